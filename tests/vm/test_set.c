// The order in which sets give their elements: CPython's where it has one.
#include "support/test.h"

#include <stdlib.h>

#include "fixture.h"
#include "vm/int.h"
#include "vm/set.h"

// What CPython 3.13 shows after adding (+) and removing (-) these numbers one after another.
static const struct {
    const char *operations, *shown;
} orders[] = {
    {"+0 +-41 +-38 +-43 --41 +-23 -0 +3 +20 --23 +22", "{3, 20, -43, 22, -38}"},
    {"+-824858309207 +-883059533292 +-511708981557 +-647763847797 +-272133794489 +1083216344543 "
     "+946242056943 +491572683824 +-305825811417 +-741980955653 +1075997525793 +875011304736 "
     "--511708981557 +-777474228936 +-432322578386 +-925901755287 +282687675082 -1075997525793 "
     "+909660724445 +89956720342 -491572683824 +-813191274214 +862523599269 --925901755287 "
     "+428073603870 +-359250546135 +-839693194742 +-531341433959 +620184248144 --777474228936 "
     "+-745191829444 +122618910737 +793792762585 +575028229637 -428073603870 +-738086174531 "
     "-89956720342 +-74481103735 +56617731535 +743655017550 +-860111075199 +625172311752 "
     "+-642552361811 --883059533292 +-827208800122 -625172311752 +-384654578639 --839693194742 "
     "+-652609218467 +-654825236557",
     "{-860111075199, 575028229637, -827208800122, -74481103735, -647763847797, 122618910737, "
     "-531341433959, -813191274214, 875011304736, 862523599269, -305825811417, -824858309207, "
     "-359250546135, -642552361811, -432322578386, -384654578639, -654825236557, -745191829444, "
     "-738086174531, -272133794489, 282687675082, 743655017550, 56617731535, 620184248144, "
     "793792762585, 909660724445, -652609218467, 1083216344543, 946242056943, -741980955653}"},
    {"+-8 +9 +-2 +9 -9 +-7 +4 --8 +-1 +0 +5 +-5 +-4 +6 +7 +6 +-8 +-2 +-5 +-3 +6 +-3",
     "{0, 4, 5, 6, 7, -1, -8, -7, -5, -4, -3, -2}"},
    {"+-20 +44 +-25 +-5 +-47 +10 +38 +-6 +42 --25 +-4 +-21 +-7 +29 +28 +11 +-6 +-40 +-35 +41 +11 "
     "+5 --21 +-8 +9 +-40 +-29 --20 +-47 --7 +33 +34 +-31 --4 +-34 +-37 +-33 +-26 -33 +-23 +-13 "
     "+47 +-17 --13 +-34 +-5 +34 +16 -16 +14 +17 +6 --17 +27 -47 +-31 +29 --31 +21 +16 +11 +-37 "
     "+-43 -10 +-15 +14 +-47 +-42 +28 +27 +38 +15 +11 +-19 +-17 +-25 +-33 +0 +-41 --43 +4 +-35 "
     "+-31 +32 +-32 +-33 +-22 +-38 -32 +12 +-30 +15 --47 +3 +-39 +-48 +8 +-48 +16 +15 +-36 +-21 "
     "-34 +-37 +-45 +-27",
     "{0, 3, 4, 5, 6, 8, 9, 11, 12, 14, 15, 16, 17, 21, 27, 28, 29, 38, 41, 42, 44, -48, -45, -42, "
     "-41, -40, -39, -38, -37, -36, -35, -34, -33, -32, -31, -30, -29, -27, -26, -25, -23, -22, "
     "-21, -19, -17, -15, -8, -6, -5}"},
    {"+781714 +717523 -717523 +-148666 +468881 --148666 +-414764", "{468881, 781714, -414764}"},
    {"+877549 -877549 +967861 +681137 +275440 +-860283", "{275440, 681137, 967861, -860283}"},
    {"+-975786 +159859 +919788", "{159859, 919788, -975786}"},
    {"+6 +-7 --7 +-2 +-1 +6", "{-1, 6, -2}"},
    {"+48761 +-432674 +-961910 --432674 +-922512 +60433 +-602681 +-484773 +-777112",
     "{-602681, -777112, -961910, -922512, 60433, 48761, -484773}"},
    {"+376800 +750312 +62597 +-548733 --548733 +-281297 +-151288 +-885939 --281297 +-970105 "
     "+845188 --151288 +-657648 +764268 +61039 +-408744 +452666 -750312 +-36458 --885939 +-65039 "
     "+-310192 +147296 +-927760 +-350831 -61039 +-616310 +-824069 +54372 +-479531 --970105 "
     "+-989618 +-698293 +-912619 +-371597 --927760 +-511763 +789389 +378969 +644253 +-183125 "
     "+511369 +-686554 +297522 +-908170 +499486 +315610 +470215",
     "{845188, 62597, 470215, 511369, -616310, -698293, 789389, -989618, -657648, -310192, "
     "-350831, -479531, -36458, -912619, -408744, 378969, 315610, 644253, 499486, 376800, 147296, "
     "54372, -686554, -183125, 764268, -511763, -65039, 297522, -371597, -908170, 452666, "
     "-824069}"},
    {"+-87433122539 +-515216279160 +-635829036935 +1053317363343 +-809489708445",
     "{-809489708445, -515216279160, 1053317363343, -87433122539, -635829036935}"},
    {"+657 +-457 +549 +515 +-58 --58 +-217 -549 +570 +-842 +-321 +522 +272 +-975",
     "{515, -217, 522, 272, 657, -975, -842, -457, 570, -321}"},
    {"+991 +417 +2 +57 +-46 +-758 -417 +124 +917 +-407 +679 +-80 +-208",
     "{2, 679, -407, -758, -80, -208, -46, 917, 57, 124, 991}"},
    {"+8 +6 -6 +1 +-7 +-3", "{1, 8, -7, -3}"},
};

static void numbers_come_in_cpythons_order(void **state) {
    struct vm *vm = fixture_vm(state);
    for (size_t i = 0; i < sizeof orders / sizeof orders[0]; i++) {
        struct value set = set_new(vm);
        for (const char *at = orders[i].operations; *at != '\0'; at += *at == ' ') {
            char operation = *at++;
            struct value number = value_small(strtoll(at, (char **)&at, 10));
            if (operation == '+') {
                assert_true(set_add(vm, set, number));
            } else {
                assert_int_equal(set_discard(vm, set, number), 1);
            }
        }
        assert_repr(vm, set, orders[i].shown);
    }
}

static void texts_come_in_the_order_of_adding(void **state) {
    struct vm *vm = fixture_vm(state);
    static const char *const words[] = {"pear", "apple", "fig", "apple", "kiwi", "date", "plum"};
    struct value set = set_new(vm);
    for (size_t i = 0; i < sizeof words / sizeof words[0]; i++) {
        struct value word = str_from(vm, words[i]);
        assert_true(set_add(vm, set, word));
        value_drop(vm, word);
    }
    struct value fig = str_from(vm, "fig");
    assert_int_equal(set_discard(vm, set, fig), 1);
    assert_true(set_add(vm, set, fig));
    value_drop(vm, fig);
    assert_repr(vm, set, "{'pear', 'apple', 'kiwi', 'date', 'plum', 'fig'}");
}

static void plain_objects_come_in_the_order_of_creation(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value objects[20], set = set_new(vm);
    for (size_t i = 0; i < 20; i++) {
        objects[i] = vm_call(vm, value_object(builtin(vm, BUILTIN_object)), NULL, 0);
    }
    for (size_t i = 0; i < 20; i++) {
        assert_true(set_add(vm, set, objects[i * 7 % 20]));
    }
    struct value list = list_from(vm, set);
    for (size_t i = 0; i < 20; i++) {
        assert_true(value_is(list_of(list)->items[i], objects[i]));
        value_drop(vm, objects[i]);
    }
    value_drop(vm, list);
    value_drop(vm, set);
}

static void pop_takes_the_first(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value set = set_new(vm);
    for (int i = 0; i < 100; i++) {
        assert_true(set_add(vm, set, value_small(i * 37 % 100)));
    }
    for (int i = 0; i < 100; i++) {
        struct value number = vm_call_method(vm, set, "pop", NULL, 0);
        assert_int_equal(value_to_small(number), i);
    }
    value_drop(vm, set);
}

static void a_set_equals_one_made_in_another_order(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value a = set_new(vm), b = set_new(vm);
    for (int i = 0; i < 1000; i++) {
        assert_true(set_add(vm, a, value_small(i)));
        assert_true(set_add(vm, b, value_small(999 - i)));
    }
    assert_int_equal(vm_equal(vm, a, b), 1);
    assert_int_equal(set_discard(vm, b, value_small(500)), 1);
    assert_int_equal(vm_equal(vm, a, b), 0);
    assert_int_equal(set_has(vm, b, value_small(500)), 0);
    value_drop(vm, a);
    value_drop(vm, b);
}

static void hashes_are_cpythons(void **state) {
    struct vm *vm = fixture_vm(state);
    struct value items[] = {value_small(1), value_small(2), value_small(3)};
    struct value pair = tuple_new(vm, items, 2), all = tuple_new(vm, items, 3);
    struct value frozen = frozenset_from(vm, all);
    int64_t hash;
    assert_true(vm_hash(vm, pair, &hash) && hash == -3550055125485641917);
    assert_true(vm_hash(vm, vm->empty_tuple, &hash) && hash == 5740354900026072187);
    assert_true(vm_hash(vm, frozen, &hash) && hash == -272375401224217160);
    assert_true(vm_hash(vm, VALUE_NONE, &hash) && hash == 0xfca86420);
    assert_true(vm_hash(vm, value_small(-1), &hash) && hash == -2);
    assert_true(vm_hash(vm, value_float(1.5), &hash) && hash == 1152921504606846977);
    value_drop(vm, pair);
    value_drop(vm, all);
    value_drop(vm, frozen);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        VM_TEST(numbers_come_in_cpythons_order),
        VM_TEST(texts_come_in_the_order_of_adding),
        VM_TEST(plain_objects_come_in_the_order_of_creation),
        VM_TEST(pop_takes_the_first),
        VM_TEST(a_set_equals_one_made_in_another_order),
        VM_TEST(hashes_are_cpythons),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
