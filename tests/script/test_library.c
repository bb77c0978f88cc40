/* What scripts may call does what it says. */
#include "script/guest.h"

/* Each is true. */
static const char *const truths[] = {
    "assert(1, 2) == 1",
    "select('#', assert(1, nil, 3)) == 3",
    "select('#') == 0 and select('#', nil, nil) == 2",
    "select(2, 'a', 'b', 'c') == 'b'",
    "select(-1, 'a', 'b', 'c') == 'c'",
    "not pcall(select, 0) and not pcall(select, -1)",
    "type(nil) == 'nil' and type(1) == 'number' and type({}) == 'table'",
    "not pcall(type)",
    "tostring(1) == '1' and tostring(1.5) == '1.5' and tostring(2.0) == '2.0'",
    "tostring(-0.0) == '-0.0' and tostring(1e100) == '1e+100'",
    "tostring(1/0) == 'inf' and tostring(-1/0) == '-inf'",
    "tostring(0/0) == 'nan' and tostring(-(0/0)) == 'nan'",
    "tostring(math.mininteger) == '-9223372036854775808'",
    "tostring(true) == 'true' and tostring(nil) == 'nil'",
    "tonumber('12') == 12 and tonumber(' 0x10 ') == 16",
    "tonumber('1e2') == 100.0 and tonumber('') == nil",
    "tonumber('1 2') == nil and tonumber({}) == nil and tonumber(3) == 3",
    "tonumber('ff', 16) == 255 and tonumber('-zZ', 36) == -1295",
    "tonumber('8', 8) == nil and tonumber('', 10) == nil",
    "tonumber('1\\0') == nil",
    "not pcall(tonumber, 'f', 37) and not pcall(tonumber, 12, 10)",
    "(function() local s = 0 for i, v in ipairs { 1, 2, nil, 4 } do s = s + v "
    "end return s end)() == 3",
    "(function() local n = 0 for k, v in pairs { 1, a = 2 } do n = n + v end "
    "return n end)() == 3",
    "next({}) == nil and next({ 5 }) == 1",
    "pcall(error) == false",
    "select(2, pcall(error, 'x', 0)) == 'x'",
    "select('#', pcall(function() return 1, 2 end)) == 3",
    "string.len('åä') == 4 and #'' == 0 and ('abc'):len() == 3",
    "('abc'):sub(2) == 'bc' and ('abc'):sub(-2, -2) == 'b'",
    "('abc'):sub(0) == 'abc' and ('abc'):sub(3, 2) == ''",
    "('abc'):sub(math.mininteger, math.maxinteger) == 'abc'",
    "('abc'):byte() == 97 and select('#', ('abc'):byte(1, 3)) == 3",
    "('abc'):byte(9) == nil and ('abc'):byte(-1) == 99",
    "('ab'):rep(3) == 'ababab' and ('a'):rep(3, '-') == 'a-a-a'",
    "('a'):rep(0) == '' and ('a'):rep(1, 'x') == 'a'",
    "('ÅÄÖ'):lower() == 'åäö' and string.upper('åäö') == 'ÅÄÖ'",
    "('%d %i'):format(3, -4) == '3 -4'",
    "('%5d|%-5d|%05d|%+d'):format(42, 42, 42, 42) == '   42|42   |00042|+42'",
    "('% d'):format(7) == ' 7' and ('%05d'):format(-7) == '-0007'",
    "('%x %X'):format(255, 255) == 'ff FF'",
    "('%x'):format(-1) == 'ffffffffffffffff'",
    "('%d'):format(math.mininteger) == '-9223372036854775808'",
    "('%.2f'):format(3.14159) == '3.14' and ('%.0f'):format(2.5) == '2'",
    "('%8.3f|'):format(-1.5) == '  -1.500|'",
    "('%e'):format(12345.678) == '1.234568e+04'",
    "('%g'):format(0.1) == '0.1' and ('%.3g'):format(1234) == '1.23e+03'",
    "('%f'):format(1/0) == 'inf' and ('%05f'):format(-1/0) == ' -inf'",
    "('%s %s %s'):format(1, true, nil) == '1 true nil'",
    "('%4s|%-4s|'):format('å', 'å') == '   å|å   |'",
    "('%.2s'):format('åäö') == 'åä' and ('%5.1s|'):format('öl') == '    ö|'",
    "('100 %%'):format() == '100 %' and ('%s'):format('%d') == '%d'",
    "not pcall(string.format, '%d', 1.5)",
    "not pcall(string.format, '%d', 'x') and not pcall(string.format, '%')",
    "not pcall(string.format, '%c', 65) and not pcall(string.format, '%5')",
    "table.concat { 'a', 1, 2.5 } == 'a12.5'",
    "table.concat({ 'a', 'b' }, ', ') == 'a, b' and table.concat {} == ''",
    "table.concat({ 'a', 'b', 'c' }, '-', 2, 3) == 'b-c'",
    "(function() local t = { 1, 3 } table.insert(t, 2, 2) table.insert(t, 4) "
    "return table.concat(t) end)() == '1234'",
    "(function() local t = { 1, 2, 3 } local x = table.remove(t, 1) return x "
    ".. table.concat(t) .. table.remove(t) .. #t end)() == '12331'",
    "table.remove({}) == nil and table.remove({}, 0) == nil",
    "table.remove({ 1 }, 2) == nil and not pcall(table.remove, { 1 }, 3)",
    "not pcall(table.insert, {}) and not pcall(table.insert, {}, 1, 2, 3)",
    "select('#', table.unpack { 1, nil, 3 }) == 3",
    "table.unpack({ 1, 2, 3 }, 2, 2) == 2",
    "(function() local t = { 3, 1, 2 } table.sort(t) return table.concat(t) "
    "end)() == '123'",
    "(function() local t = { 'b', 'a' } table.sort(t, function(a, b) return a "
    "> b end) return table.concat(t) end)() == 'ba'",
    "(function() local t = {} for i = 1, 100 do t[i] = { k = i % 3, i = i } "
    "end table.sort(t, function(a, b) return a.k < b.k end) for i = 2, 100 do "
    "if t[i - 1].k == t[i].k and t[i - 1].i > t[i].i then return false end "
    "end return true end)()",
    "(function() local t = {} table.sort(t) return #t end)() == 0",
    "math.floor(1.7) == 1 and math.ceil(1.2) == 2 and math.floor(-1.2) == -2",
    "math.type(math.floor(1.5)) == 'integer' and math.floor(5) == 5",
    "math.floor(1e300) == 1e300 and math.abs(-3) == 3 and math.abs(-3.5) == "
    "3.5",
    "math.max(1, 3.5, 2) == 3.5 and math.min(2, 1) == 1",
    "not pcall(math.max) and not pcall(math.min, 'x', {})",
    "math.fmod(7, 3) == 1 and math.fmod(-7, 3) == -1 and not pcall(math.fmod, "
    "1, 0)",
    "math.sqrt(16) == 4.0 and math.pi > 3.14 and math.huge == 1/0",
    "math.tointeger(3.0) == 3 and math.tointeger(3.5) == nil and "
    "math.tointeger('3') == nil",
    "math.type(1) == 'integer' and math.type(1.0) == 'float' and "
    "math.type('1') == nil",
    "text.contains('Åkerby IK', 'by') and not text.contains('a', 'b')",
    "text.contains('a', '') and text.contains('a-b', '-')",
    "text.starts('Åkerby', 'Å') and not text.starts('a', 'ab')",
    "text.ends('Åkerby', 'by') and text.ends('x', '')",
    "table.concat(text.split('a,b,,c', ','), '|') == 'a|b||c'",
    "#text.split('', ',') == 1 and #text.split(',', ',') == 2",
    "text.trim('  å \\n') == 'å' and text.trim('') == ''",
    "text.lower('ÅÄÖ É') == 'åäö é' and text.upper('straße') == 'STRASSE'",
    "text.upper('') == ''",
    "1 // 0.0 == 1/0 and 7 // 2 == 3 and -7 // 2 == -4 and 7 % -3 == -2",
};

static void every_function_does_what_it_says(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(truths) / sizeof(truths[0]); i++) {
        struct guest g;
        guest_open(&g);
        struct ans_str source =
            ans_arena_printf(g.arena, "assert(%s)", truths[i]);
        if (!guest_run_within(&g, source, ANS_BUDGET_LOAD))
            fail_msg("%s: %.*s", truths[i], ANS_STR_ARG(g.fault.text));
        guest_close(&g);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_function_does_what_it_says),
    };
    return cmocka_run_group_tests_name("script_library", tests, NULL, NULL);
}
