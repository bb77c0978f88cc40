#include "message/message.h"

#include <unistd.h>

void ans_response_init(struct ans_response *r)
{
    *r = (struct ans_response){
        .status = 200, .file = -1, .cache = ANS_CACHE_NONE};
}

void ans_response_free(struct ans_response *r)
{
    ans_buf_free(&r->body);
    if (r->file >= 0)
        close(r->file);
    ans_response_init(r);
}
