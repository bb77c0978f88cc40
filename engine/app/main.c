#include "app/app.h"

int main(int argc, char **argv)
{
    return ans_app_main(argc, argv);
}
