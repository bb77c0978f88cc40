/* bench_rules: a county's rules in the sandbox and without one.
 *
 *     bench_rules RULES.lua
 *
 * Calls each rule of the file as the service does (ans_bind_call_rule), and
 * the same function on the same answers in a plain Lua state: Lua's own
 * allocator, no hook, no budget, nothing frozen. Takes turns, counts CPU time
 * of the thread, and prints the medians as JSON, a line for each rule.
 */
#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/buf.h"
#include "base/value.h"
#include "bind/bind.h"

#define MOST_RULES 16
#define ROUNDS     31
#define ROUND_NS   4000000.0 /* of one kind, in one round */
#define GOALS      50        /* the most that a group may have */

struct rules {
    char names[MOST_RULES][64];
    int count;
};

static int64_t cpu_ns(void)
{
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

static void fail(const char *what)
{
    fprintf(stderr, "bench_rules: %s\n", what);
    exit(1);
}

/* rule(name, function), in both states; the numbers count from 1. */

static int rule_boxed(lua_State *L)
{
    struct rules *rules = ans_vm_context(L);
    if (rules->count == MOST_RULES)
        return luaL_error(L, "too many rules");
    snprintf(rules->names[rules->count++], sizeof(rules->names[0]), "%s",
             luaL_checkstring(L, 1));
    lua_settop(L, 2);
    ans_vm_keep(L);
    return 0;
}

static int rule_plain(lua_State *L)
{
    lua_settop(L, 2);
    lua_rawseti(L, LUA_REGISTRYINDEX,
                1000 + lua_tointeger(L, lua_upvalueindex(1)));
    lua_pushinteger(L, lua_tointeger(L, lua_upvalueindex(1)) + 1);
    lua_replace(L, lua_upvalueindex(1));
    return 0;
}

static struct ans_vm *open_boxed(struct ans_str source, struct rules *rules,
                                 struct ans_arena *arena)
{
    struct ans_script_fault fault;
    struct ans_vm *vm = ans_vm_new(rules);
    ans_vm_bind(vm, "rule", rule_boxed);
    if (!ans_vm_run(vm, ANS_STR("rules.lua"), source, &ANS_BUDGET_LOAD, arena,
                    &fault))
        fail(fault.text.ptr);
    ans_vm_freeze(vm);
    return vm;
}

static lua_State *open_plain(struct ans_str source)
{
    lua_State *L = luaL_newstate();
    if (!L)
        fail("no Lua state");
    luaL_openlibs(L);
    lua_pushinteger(L, 1);
    lua_pushcclosure(L, rule_plain, 1);
    lua_setglobal(L, "rule");
    if (luaL_loadbuffer(L, source.ptr, source.len, "rules.lua") != LUA_OK ||
        lua_pcall(L, 0, 0, 0) != LUA_OK)
        fail(lua_tostring(L, -1));
    return L;
}

/* An organisation that has answered much. */
static struct ans_map *make_answers(struct ans_arena *arena)
{
    static const char *const areas[] = {"makt",   "ekonomi", "utbildning",
                                        "arbete", "halsa",   "vald"};
    struct ans_map *m = ans_map_new(arena);
    ans_map_put_str(m, "name", ANS_STR("Östra Ängs idrottsförening"));
    ans_map_put_str(m, "kind", ANS_STR("association"));
    ans_map_put_str(m, "org_number", ANS_STR("8020000009"));
    ans_map_put_str(m, "municipality", ANS_STR("0001"));
    ans_map_put_str(m, "email", ANS_STR("info@exempel.se"));
    struct ans_map *employees = ans_map_put_map(m, "employees");
    ans_map_put_int(employees, "women", 120);
    ans_map_put_int(employees, "men", 88);
    struct ans_list *focus = ans_map_put_list(m, "focus");
    for (size_t i = 0; i < ANS_COUNT(areas); i++)
        ans_list_add(focus, ans_value_str(ans_str_from(areas[i])));
    struct ans_list *goals = ans_map_put_list(m, "goals");
    for (int i = 0; i < GOALS; i++) {
        struct ans_map *goal = ans_list_add_map(goals);
        ans_map_put_str(goal, "text", ans_arena_printf(arena, "Mål %d", i));
        ans_map_put_str(goal, "area", ans_str_from(areas[i % 6]));
        ans_map_put_int(goal, "year", 2027 + i % 4);
    }
    return m;
}

static void push_plain(lua_State *L, struct ans_value v)
{
    luaL_checkstack(L, 4, NULL);
    switch (v.type) {
    case ANS_INT:
        lua_pushinteger(L, v.i);
        break;
    case ANS_TEXT:
        lua_pushlstring(L, v.s.ptr, v.s.len);
        break;
    case ANS_LIST:
        lua_createtable(L, (int)v.list->count, 0);
        for (size_t i = 0; i < v.list->count; i++) {
            push_plain(L, v.list->items[i]);
            lua_rawseti(L, -2, (lua_Integer)i + 1);
        }
        break;
    case ANS_MAP:
        lua_createtable(L, 0, (int)v.map->count);
        for (size_t i = 0; i < v.map->count; i++) {
            struct ans_str key = v.map->pairs[i].key;
            lua_pushlstring(L, key.ptr, key.len);
            push_plain(L, v.map->pairs[i].value);
            lua_rawset(L, -3);
        }
        break;
    default:
        fail("an answer of a type that make_answers does not make");
    }
}

struct plain_call {
    int rule;
    const struct ans_map *answers;
    bool holds;
};

static int call_in_plain(lua_State *L)
{
    struct plain_call *c = lua_touserdata(L, 1);
    lua_rawgeti(L, LUA_REGISTRYINDEX, 1000 + c->rule);
    push_plain(L, ans_value_map((struct ans_map *)(uintptr_t)c->answers));
    lua_call(L, 1, 1);
    c->holds = lua_toboolean(L, -1);
    return 0;
}

static bool call_plain(lua_State *L, int rule, const struct ans_map *answers)
{
    struct plain_call c = {.rule = rule, .answers = answers};
    lua_pushcfunction(L, call_in_plain);
    lua_pushlightuserdata(L, &c);
    if (lua_pcall(L, 1, 0, 0) != LUA_OK)
        fail(lua_tostring(L, -1));
    return c.holds;
}

static bool call_boxed(struct ans_vm *vm, int rule,
                       const struct ans_map *answers)
{
    struct ans_err err = {0};
    bool holds = false;
    if (!ans_bind_call_rule(vm, rule, answers, &holds, &err))
        fail(err.text);
    return holds;
}

/* Nanoseconds of CPU for one call, over `times` of them. */
static double time_boxed(struct ans_vm *vm, int rule,
                         const struct ans_map *answers, int times)
{
    int64_t began = cpu_ns();
    for (int i = 0; i < times; i++)
        call_boxed(vm, rule, answers);
    return (double)(cpu_ns() - began) / times;
}

static double time_plain(lua_State *L, int rule, const struct ans_map *answers,
                         int times)
{
    int64_t began = cpu_ns();
    for (int i = 0; i < times; i++)
        call_plain(L, rule, answers);
    return (double)(cpu_ns() - began) / times;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a;
    double y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *items)
{
    qsort(items, ROUNDS, sizeof(*items), by_size);
    return items[ROUNDS / 2];
}

static void measure(struct ans_vm *vm, lua_State *L, const char *name, int rule,
                    const struct ans_map *answers)
{
    double boxed[ROUNDS];
    double plain[ROUNDS];
    double ratio[ROUNDS];
    if (call_boxed(vm, rule, answers) != call_plain(L, rule, answers))
        fail("the two states do not agree");
    int times = 1 + (int)(ROUND_NS / time_plain(L, rule, answers, 100));
    for (int i = 0; i < ROUNDS; i++) {
        boxed[i] = time_boxed(vm, rule, answers, times);
        plain[i] = time_plain(L, rule, answers, times);
        ratio[i] = boxed[i] / plain[i];
    }
    printf("{\"rule\":\"%s\",\"ratio\":%.3f,\"boxed_ns\":%.0f,"
           "\"plain_ns\":%.0f}\n",
           name, median(ratio), median(boxed), median(plain));
}

static struct ans_str read_file(const char *path, struct ans_buf *b)
{
    FILE *in = fopen(path, "rb");
    if (!in)
        fail(path);
    for (int c; (c = getc(in)) != EOF;)
        ans_buf_add_byte(b, (char)c);
    fclose(in);
    return ans_buf_str(b);
}

int main(int argc, char **argv)
{
    if (argc != 2) {
        fputs("usage: bench_rules RULES.lua\n", stderr);
        return 2;
    }
    struct rules rules = {0};
    struct ans_buf file = {0};
    struct ans_arena *arena = ans_arena_new(0);
    struct ans_str source = read_file(argv[1], &file);
    struct ans_vm *vm = open_boxed(source, &rules, arena);
    lua_State *L = open_plain(source);
    struct ans_map *answers = make_answers(arena);
    for (int i = 0; i < rules.count; i++)
        measure(vm, L, rules.names[i], i + 1, answers);
    lua_close(L);
    ans_vm_free(vm);
    ans_arena_free(arena);
    ans_buf_free(&file);
    return 0;
}
