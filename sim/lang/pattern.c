// The patterns of case.
#include "lang/grammar.h"
#include "lang/mistake.h"

static struct node *any_pattern(struct parser *parser);

// A name that is captured into: not '_', and nothing follows that makes it something else.
static const struct name *capture_target(struct parser *parser) {
    if (parser_is_word(parser, parser->word_underscore)) {
        return NULL;
    }
    const struct name *name = parser_take_name(parser);
    enum token_kind next = name == NULL ? TOKEN_DOT : parser_peek(parser);
    return next == TOKEN_DOT || next == TOKEN_LEFT_PAREN || next == TOKEN_EQUAL ? NULL : name;
}

// NAME '=' pattern; adds the pattern to the pending list and the name to the other.
static struct node *keyword_pattern(struct parser *parser) {
    const struct name *name = parser_take_name(parser);
    struct node *pattern =
        name != NULL && parser_take(parser, TOKEN_EQUAL) ? any_pattern(parser) : NULL;
    if (pattern != NULL) {
        parser_names_add(parser, name);
    }
    return pattern;
}

// A positional pattern: no `name=` begins it.
static struct node *positional_pattern(struct parser *parser) {
    bool is_keyword =
        parser_peek(parser) == TOKEN_NAME && parser_peek_ahead(parser, 1) == TOKEN_EQUAL;
    return is_keyword ? NULL : any_pattern(parser);
}

bool pattern_positional_items(struct parser *parser, struct node_list *list) {
    size_t begin = parser_list_begin(parser);
    parser_items(parser, positional_pattern);
    *list = parser_list_take(parser, begin);
    return list->count > 0;
}

bool pattern_keyword_items(struct parser *parser, struct name_list *names, struct node_list *list) {
    size_t begin = parser_list_begin(parser);
    size_t begin_names = parser_names_begin(parser);
    parser_items(parser, keyword_pattern);
    *list = parser_list_take(parser, begin);
    *names = parser_names_take(parser, begin_names);
    return list->count > 0;
}

// [positional patterns] [keyword patterns] [','] ')'
static bool class_arguments(struct parser *parser, struct ast_MatchClass *parts) {
    if (parser_take(parser, TOKEN_RIGHT_PAREN)) {
        return true;
    }
    size_t before = parser->at;
    if (!pattern_positional_items(parser, &parts->patterns)) {
        pattern_keyword_items(parser, &parts->kwd_attrs, &parts->kwd_patterns);
    } else if (before = parser->at, parser_take(parser, TOKEN_COMMA)) {
        if (!pattern_keyword_items(parser, &parts->kwd_attrs, &parts->kwd_patterns)) {
            parser->at = before;
        }
    }
    if (parser->stopped || parts->patterns.count + parts->kwd_patterns.count == 0) {
        return false;
    }
    parser_take(parser, TOKEN_COMMA);
    return parser_take(parser, TOKEN_RIGHT_PAREN);
}

// name_or_attr '(' … ')', of which the name is read.
static struct node *class_pattern(struct parser *parser, size_t start, struct node *cls) {
    size_t open = parser->at++;
    struct ast_MatchClass parts = {.cls = cls};
    if (!class_arguments(parser, &parts)) {
        if (parser_seeks(parser)) {
            parser->at = open + 1;
            mistake_class_pattern(parser);
        }
        return NULL;
    }
    struct node *node = parser_node(parser, AST_MatchClass, start);
    node->MatchClass = parts;
    return node;
}

// A capture, '_', a dotted name that is compared with, or a class pattern.
static struct node *name_pattern(struct parser *parser) {
    size_t start = parser->at;
    bool wildcard = parser_is_word(parser, parser->word_underscore);
    struct node *value = pattern_name_or_attr(parser);
    enum token_kind next = parser_peek(parser);
    if (next == TOKEN_LEFT_PAREN) {
        return class_pattern(parser, start, value);
    }
    if (value->kind == AST_Attribute) {
        return next == TOKEN_DOT || next == TOKEN_EQUAL ? NULL
                                                        : pattern_value(parser, start, value);
    }
    if (!wildcard && (next == TOKEN_DOT || next == TOKEN_EQUAL)) {
        return NULL;
    }
    struct node *node = parser_node(parser, AST_MatchAs, start);
    node->MatchAs.name = wildcard ? NULL : value->Name.id;
    return node;
}

// '*' NAME | '*' '_'
static struct node *star_pattern(struct parser *parser) {
    size_t start = parser->at++;
    const struct name *name = NULL;
    if (parser_is_word(parser, parser->word_underscore)) {
        parser->at++;
    } else {
        name = capture_target(parser);
        if (name == NULL) {
            return NULL;
        }
    }
    struct node *node = parser_node(parser, AST_MatchStar, start);
    node->MatchStar.name = name;
    return node;
}

static struct node *maybe_star(struct parser *parser) {
    return parser_peek(parser) == TOKEN_STAR ? star_pattern(parser) : any_pattern(parser);
}

// [first] (',' maybe_star)* [','] up to [close], of which the first is read.
static struct node *sequence(struct parser *parser, size_t open, struct node *first,
                             enum token_kind close) {
    size_t begin = parser_list_begin(parser);
    if (first != NULL) {
        parser_list_add(parser, first);
        parser_more(parser, maybe_star);
        parser_take(parser, TOKEN_COMMA);
    }
    if (parser->stopped || !parser_take(parser, close)) {
        return parser_list_drop(parser, begin);
    }
    struct node *node = parser_node(parser, AST_MatchSequence, open);
    node->MatchSequence.patterns = parser_list_take(parser, begin);
    return node;
}

static struct node *bracket_pattern(struct parser *parser) {
    size_t open = parser->at++;
    if (parser_peek(parser) == TOKEN_RIGHT_BRACKET) {
        return sequence(parser, open, NULL, TOKEN_RIGHT_BRACKET);
    }
    struct node *first = maybe_star(parser);
    return first == NULL ? NULL : sequence(parser, open, first, TOKEN_RIGHT_BRACKET);
}

// A group has one pattern without comma or star; everything else is a sequence.
static struct node *paren_pattern(struct parser *parser) {
    size_t open = parser->at++;
    if (parser_peek(parser) == TOKEN_RIGHT_PAREN) {
        return sequence(parser, open, NULL, TOKEN_RIGHT_PAREN);
    }
    struct node *first = maybe_star(parser);
    if (first == NULL || parser_peek(parser) == TOKEN_COMMA) {
        return first == NULL ? NULL : sequence(parser, open, first, TOKEN_RIGHT_PAREN);
    }
    return first->kind != AST_MatchStar && parser_take(parser, TOKEN_RIGHT_PAREN) ? first : NULL;
}

// key ':' pattern; adds both to the pending list.
static bool key_and_pattern(struct parser *parser) {
    struct node *key = pattern_key(parser);
    struct node *pattern =
        key != NULL && parser_take(parser, TOKEN_COLON) ? any_pattern(parser) : NULL;
    if (pattern == NULL) {
        return false;
    }
    parser_list_add(parser, key);
    parser_list_add(parser, pattern);
    return true;
}

// (key ':' pattern ',')* ['**' NAME [',']]
static bool mapping_items(struct parser *parser, const struct name **rest) {
    while (parser_peek(parser) != TOKEN_RIGHT_BRACE) {
        if (parser_take(parser, TOKEN_DOUBLE_STAR)) {
            *rest = capture_target(parser);
            parser_take(parser, TOKEN_COMMA);
            return *rest != NULL;
        }
        if (!key_and_pattern(parser)) {
            return false;
        }
        if (!parser_take(parser, TOKEN_COMMA)) {
            return true;
        }
    }
    return true;
}

static struct node *mapping_pattern(struct parser *parser) {
    size_t open = parser->at++;
    size_t begin = parser_list_begin(parser);
    const struct name *rest = NULL;
    if (!mapping_items(parser, &rest) || !parser_take(parser, TOKEN_RIGHT_BRACE)) {
        return parser_list_drop(parser, begin);
    }
    struct node_list both = parser_list_take(parser, begin);
    for (size_t i = 0; i < both.count; i += 2) {
        parser_list_add(parser, both.items[i + 1]);
        both.items[i / 2] = both.items[i];
    }
    struct node *node = parser_node(parser, AST_MatchMapping, open);
    node->MatchMapping.patterns = parser_list_take(parser, begin);
    node->MatchMapping.keys = (struct node_list){both.items, both.count / 2};
    node->MatchMapping.rest = rest;
    return node;
}

static struct node *closed_pattern(struct parser *parser) {
    static parser_rule *const rules[TOKEN_KIND_COUNT] = {
        [TOKEN_NUMBER] = pattern_number,      [TOKEN_MINUS] = pattern_number,
        [TOKEN_STRING] = pattern_string,      [TOKEN_FSTRING_START] = pattern_string,
        [TOKEN_NONE] = pattern_singleton,     [TOKEN_TRUE] = pattern_singleton,
        [TOKEN_FALSE] = pattern_singleton,    [TOKEN_NAME] = name_pattern,
        [TOKEN_LEFT_PAREN] = paren_pattern,   [TOKEN_LEFT_BRACKET] = bracket_pattern,
        [TOKEN_LEFT_BRACE] = mapping_pattern,
    };
    parser_rule *rule = rules[parser_peek(parser)];
    return rule == NULL ? NULL : rule(parser);
}

// closed_pattern ('|' closed_pattern)*
static struct node *or_pattern(struct parser *parser) {
    size_t start = parser->at;
    struct node *first = closed_pattern(parser);
    if (first == NULL || parser_peek(parser) != TOKEN_BAR) {
        return first;
    }
    size_t begin = parser_list_begin(parser);
    parser_list_add(parser, first);
    while (parser_take(parser, TOKEN_BAR)) {
        struct node *next = closed_pattern(parser);
        if (next == NULL) {
            return parser_list_drop(parser, begin);
        }
        parser_list_add(parser, next);
    }
    struct node *node = parser_node(parser, AST_MatchOr, start);
    node->MatchOr.patterns = parser_list_take(parser, begin);
    return node;
}

static struct node *pattern(struct parser *parser) {
    size_t start = parser->at;
    struct node *inner = or_pattern(parser);
    if (inner == NULL || parser_peek(parser) != TOKEN_AS) {
        return inner;
    }
    size_t before = parser->at++;
    const struct name *name = capture_target(parser);
    if (name == NULL) {
        if (parser_seeks(parser)) {
            parser->at = before + 1;
            mistake_as_pattern(parser);
        }
        return NULL;
    }
    struct node *node = parser_node(parser, AST_MatchAs, start);
    node->MatchAs = (struct ast_MatchAs){inner, name};
    return node;
}

static struct node *any_pattern(struct parser *parser) {
    if (parser->mistakes) {
        return parser_memo(parser, MEMO_PATTERN, pattern);
    }
    return pattern(parser);
}

struct node *pattern_list(struct parser *parser) {
    size_t start = parser->at;
    struct node *first = maybe_star(parser);
    if (first == NULL || parser_peek(parser) != TOKEN_COMMA) {
        return first != NULL && first->kind == AST_MatchStar ? NULL : first;
    }
    size_t begin = parser_list_begin(parser);
    parser_list_add(parser, first);
    parser_more(parser, maybe_star);
    if (parser->stopped) {
        return parser_list_drop(parser, begin);
    }
    parser_take(parser, TOKEN_COMMA);
    struct node *node = parser_node(parser, AST_MatchSequence, start);
    node->MatchSequence.patterns = parser_list_take(parser, begin);
    return node;
}
