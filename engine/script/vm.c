#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"
#include "base/log.h"
#include "script/internal.h"

/* Instructions between two looks at the clocks: about 10 microseconds of
 * plain ones. While the state holds a large block, a single instruction may
 * compare or copy all of it, so the hook comes much more often. */
#define SLICE         1000
#define SLICE_LARGE   25
#define LARGE_BLOCK   (64u * 1024)
#define LARGEST_BLOCK (ANS_SCRIPT_LONGEST + 64)

/* A thread may wait long for its turn on a busy machine, and a script can
 * not block, so wall time only guards against what CPU time does not see. */
#define WALL_PER_CPU 50

static const char functions_key = 'f';

struct ans_vm *ans_vm_of(struct lua_State *L)
{
    struct ans_vm *vm;
    memcpy(&vm, lua_getextraspace(L), sizeof(vm));
    return vm;
}

struct lua_State *ans_vm_state(struct ans_vm *vm)
{
    return vm->L;
}

void *ans_vm_context(struct lua_State *L)
{
    return ans_vm_of(L)->context;
}

void ans_vm_set_context(struct ans_vm *vm, void *context)
{
    vm->context = context;
}

bool ans_vm_dead(const struct ans_vm *vm)
{
    return vm->dead != ANS_ALIVE;
}

/* Remember who asks for what cannot be had: once the error has unwound, the
 * stack no longer says, and Lua asks once more, for a smaller stack. Reads
 * only. */
static void note_place(struct ans_vm *vm)
{
    if (vm->fed_line)
        vm->refused_line = vm->fed_line;
    else
        (void)ans_script_place(vm->L, 0, vm->refused, sizeof(vm->refused),
                               &vm->refused_line);
}

static void die(struct ans_vm *vm, enum ans_death how)
{
    if (vm->dead)
        return;
    vm->dead = how;
    note_place(vm);
}

/* Reading the CPU clock costs a system call, more than most rules take. So
 * time counts from the first look, a slice after the run began at most, and
 * what ends before it is not timed at all. From then on the alarm looks. */
static void start_clocks(struct ans_vm *vm)
{
    vm->timed = true;
    vm->cpu_start = ans_clock_cpu();
    vm->cpu_seen = vm->cpu_start;
    vm->cpu_end = vm->cpu_start + vm->cpu_us;
    vm->wall_end = ans_clock_steady() + vm->wall_ms;
    (void)ans_alarm_set(&vm->alarm, vm);
}

/* Between two looks a script does little. When much CPU time has gone by all
 * the same, another guest of the host had the core or the system was short of
 * memory: then it counts as half a budget at most, so that a sound script is
 * not refused for one such moment. */
static bool cpu_is_left(struct ans_vm *vm)
{
    int64_t now = ans_clock_cpu();
    int64_t odd = now - vm->cpu_seen - vm->cpu_us / 2;
    if (odd > 0 && !vm->large)
        vm->cpu_end += odd;
    vm->cpu_seen = now;
    return now <= vm->cpu_end;
}

bool ans_script_in_time(struct ans_vm *vm)
{
    vm->units = 0;
    if (vm->running && !vm->timed)
        start_clocks(vm);
    else if (vm->running &&
             (!cpu_is_left(vm) || ans_clock_steady() > vm->wall_end))
        die(vm, ANS_DEAD_TIME);
    return vm->dead == ANS_ALIVE;
}

/* What is raised is no string, so that raising it needs no memory. */
void ans_script_check_alive(lua_State *L, struct ans_vm *vm)
{
    if (!vm->dead)
        return;
    lua_pushlightuserdata(L, vm);
    lua_error(L);
}

void ans_vm_charge(struct lua_State *L, int64_t units)
{
    struct ans_vm *vm = ans_vm_of(L);
    vm->units += units < 0 || units > SLICE ? SLICE : units;
    if (vm->units >= SLICE)
        (void)ans_script_in_time(vm);
    ans_script_check_alive(L, vm);
}

void ans_vm_charge_memory(struct lua_State *L, size_t bytes)
{
    struct ans_vm *vm = ans_vm_of(L);
    if (bytes > vm->limit || vm->used + vm->outside > vm->limit - bytes)
        die(vm, ANS_DEAD_MEMORY);
    else
        vm->outside += bytes;
    ans_vm_charge(L, (int64_t)(bytes / 64) + 1);
}

static void hook(lua_State *L, lua_Debug *ar);

/* How many instructions to the next look, unless the alarm sees to it. */
static void set_pace(struct ans_vm *vm)
{
    int slice = vm->large ? SLICE_LARGE : SLICE;
    if (vm->alarm.set && !vm->dead)
        lua_sethook(vm->L, NULL, 0, 0);
    else if (lua_gethookcount(vm->L) != slice)
        lua_sethook(vm->L, hook, LUA_MASKCOUNT, slice);
}

static void hook(lua_State *L, lua_Debug *ar)
{
    (void)ar;
    struct ans_vm *vm = ans_vm_of(L);
    (void)ans_script_in_time(vm);
    set_pace(vm);
    ans_script_check_alive(L, vm);
}

void ans_script_look_soon(struct ans_vm *vm)
{
    lua_sethook(vm->L, hook, LUA_MASKCOUNT, 1);
}

/* May a block grow to `size` bytes? Lua answers a first refusal with a full
 * collection and asks again, so refusing is not yet death. */
static bool may_grow(struct ans_vm *vm, size_t had, size_t size)
{
    if (!vm->running)
        return true;
    vm->units += (int64_t)(size / 64) + 1;
    if (vm->dead || (vm->units >= SLICE && !ans_script_in_time(vm)))
        return false;
    if (size <= LARGEST_BLOCK &&
        vm->used - had + size + vm->outside <= vm->limit)
        return true;
    note_place(vm);
    (void)ans_script_in_time(vm);
    return false;
}

static void count_large(struct ans_vm *vm, size_t had, size_t size)
{
    if (had >= LARGE_BLOCK)
        vm->large--;
    if (size < LARGE_BLOCK)
        return;
    vm->large++;
    /* A look that the alarm asked for must not be lost. */
    if (vm->running && !vm->alarm.set)
        set_pace(vm);
}

void *ans_script_allocate(void *data, void *ptr, size_t old, size_t size)
{
    struct ans_vm *vm = data;
    size_t had = ptr ? old : 0; /* else `old` tells the type to come */
    void *block = NULL;
    if (size > had && !may_grow(vm, had, size))
        return NULL;
    if (size) {
        block = ptr ? realloc(ptr, size) : malloc(size);
        if (!block && size <= had)
            block = ptr; /* Lua counts on shrinking */
        if (!block)
            return NULL;
    } else {
        free(ptr);
    }
    vm->used = vm->used - had + size;
    if (vm->used > vm->peak)
        vm->peak = vm->used;
    count_large(vm, had, size);
    return block;
}

static int panic(lua_State *L)
{
    (void)L;
    ans_log(ANS_LOG_ERROR, "script", "error outside a guarded call");
    abort();
}

struct ans_vm *ans_vm_new(void *context)
{
    struct ans_vm *vm = calloc(1, sizeof(*vm));
    if (!vm)
        abort();
    vm->context = context;
    vm->L = lua_newstate(ans_script_allocate, vm);
    if (!vm->L)
        abort();
    memcpy(lua_getextraspace(vm->L), &vm, sizeof(vm));
    lua_atpanic(vm->L, panic);
    lua_newtable(vm->L);
    lua_rawsetp(vm->L, LUA_REGISTRYINDEX, &functions_key);
    ans_script_open(vm);
    vm->use.memory = vm->used;
    return vm;
}

void ans_vm_free(struct ans_vm *vm)
{
    if (!vm)
        return;
    lua_close(vm->L);
    while (vm->chunks) {
        struct ans_chunk_name *next = vm->chunks->next;
        free(vm->chunks);
        vm->chunks = next;
    }
    ans_arena_free(vm->scratch);
    free(vm);
}

struct ans_arena *ans_script_scratch(struct ans_vm *vm)
{
    if (vm->scratch)
        ans_arena_reset(vm->scratch);
    else
        vm->scratch = ans_arena_new(0);
    return vm->scratch;
}

void ans_script_begin(struct ans_vm *vm, const struct ans_budget *budget,
                      struct ans_arena *arena, struct ans_script_fault *fault)
{
    *fault = (struct ans_script_fault){0};
    vm->fault = fault;
    vm->fed_line = 0;
    vm->refused[0] = '\0';
    vm->refused_line = 0;
    vm->outside = 0;
    vm->units = 0;
    vm->limit = budget->memory;
    vm->timed = false;
    vm->cpu_us = (int64_t)budget->cpu_ms * 1000;
    vm->wall_ms = budget->wall_ms ? budget->wall_ms
                                  : (int64_t)budget->cpu_ms * WALL_PER_CPU;
    vm->arena = arena ? arena : ans_script_scratch(vm);
    if (vm->dead)
        return;
    if (vm->used > vm->limit / 4 * 3)
        lua_gc(vm->L, LUA_GCCOLLECT);
    vm->peak = vm->used;
    vm->running = true;
    /* Set anew each time: the count carries over from the last run. */
    lua_sethook(vm->L, hook, LUA_MASKCOUNT, vm->large ? SLICE_LARGE : SLICE);
}

static void end(struct ans_vm *vm)
{
    ans_alarm_end(&vm->alarm);
    lua_settop(vm->L, 0);
    lua_sethook(vm->L, NULL, 0, 0);
    vm->running = false;
    vm->use.cpu_us = vm->timed ? ans_clock_cpu() - vm->cpu_start : 0;
    vm->use.memory = vm->peak;
    vm->arena = NULL;
    vm->fault = NULL;
}

bool ans_script_guard(struct ans_vm *vm, lua_CFunction fn, void *data)
{
    if (vm->dead) {
        ans_script_dead_fault(vm);
        return false;
    }
    lua_State *L = vm->L;
    lua_pushcfunction(L, ans_script_message_handler);
    lua_pushcfunction(L, fn);
    lua_pushlightuserdata(L, data);
    int status = lua_pcall(L, 1, 0, 1);
    if (status == LUA_ERRMEM && !vm->dead)
        vm->dead = ANS_DEAD_MEMORY; /* its place was noted when refused */
    if (status || vm->dead)
        ans_script_fill_fault(vm, L, status);
    end(vm);
    return !status && !vm->dead;
}

int ans_vm_keep(struct lua_State *L)
{
    struct ans_vm *vm = ans_vm_of(L);
    lua_rawgetp(L, LUA_REGISTRYINDEX, &functions_key);
    lua_insert(L, -2);
    lua_rawseti(L, -2, vm->kept + 1);
    lua_pop(L, 1);
    return ++vm->kept;
}

void ans_script_push_kept(lua_State *L, int ref)
{
    lua_rawgetp(L, LUA_REGISTRYINDEX, &functions_key);
    lua_rawgeti(L, -1, ref);
    lua_remove(L, -2);
}

struct ans_vm_use ans_vm_use(const struct ans_vm *vm)
{
    return vm->use;
}
