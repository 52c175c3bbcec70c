// Strings and f-strings that stand side by side, which are one string.
#include <string.h>

#include "base/buf.h"
#include "lang/grammar.h"
#include "lang/mistake.h"

// The prefix and quotes of a STRING token.
struct quoting {
    bool bytes, raw, u;
    size_t before, after; // bytes of prefix and quotes in front, of quotes behind
};

static struct quoting quoting_of(const char *text, size_t length) {
    struct quoting quoting = {0};
    for (; *text != '\'' && *text != '"'; text++, length--) {
        char c = (char)(*text | 0x20);
        quoting.bytes |= c == 'b';
        quoting.raw |= c == 'r';
        quoting.u |= *text == 'u';
        quoting.before++;
    }
    bool three = length >= 6 && text[1] == text[0] && text[2] == text[0];
    quoting.after = three ? 3 : 1;
    quoting.before += quoting.after;
    return quoting;
}

static bool is_ascii(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++) {
        if ((unsigned char)text[i] >= 0x80) {
            return false;
        }
    }
    return true;
}

// One STRING token.
static struct node *string(struct parser *parser) {
    size_t start = parser->at++;
    const struct token *token = &parser->tokens[start];
    const char *text = parser->lexed->text + token->start;
    size_t length = token->end - token->start;
    struct quoting quoting = quoting_of(text, length);
    text += quoting.before;
    length -= quoting.before + quoting.after;
    if (quoting.bytes && !is_ascii(text, length)) {
        mistake_token(parser, token, "bytes can only contain ASCII literal characters");
        return NULL;
    }
    struct node *node = parser_node(parser, AST_Constant, start);
    node->Constant.value.u = quoting.u;
    bool right = literal_text(parser, token, text, length, quoting.bytes, quoting.raw,
                              &node->Constant.value);
    return right ? node : NULL;
}

static bool is_bytes(const struct node *node) {
    return node->kind == AST_Constant && node->Constant.value.kind == AST_BYTES;
}

// Joins [count] constants into one.
static struct node *join(struct parser *parser, struct node **nodes, size_t count) {
    struct buf text = {0};
    for (size_t i = 0; i < count; i++) {
        buf_put(&text, nodes[i]->Constant.value.text, nodes[i]->Constant.value.length);
    }
    struct node *node = arena_alloc(parser->arena, ast_kind_size(AST_Constant));
    memcpy(node, nodes[0], ast_kind_size(AST_Constant));
    node->end_line = nodes[count - 1]->end_line;
    node->end_column = nodes[count - 1]->end_column;
    node->Constant.value.text = arena_text(parser->arena, buf_text(&text), text.length);
    node->Constant.value.length = (uint32_t)text.length;
    buf_free(&text);
    return node;
}

void string_merge(struct parser *parser, size_t begin) {
    struct node **nodes = parser->pending.items + begin;
    size_t count = parser->pending.count - begin;
    size_t kept = 0;
    for (size_t i = 0; i < count;) {
        size_t run = 0;
        while (i + run < count && nodes[i + run]->kind == AST_Constant) {
            run++;
        }
        if (run == 0) {
            nodes[kept++] = nodes[i++];
            continue;
        }
        struct node *node = run == 1 ? nodes[i] : join(parser, nodes + i, run);
        i += run;
        if (node->Constant.value.length > 0 || is_bytes(node)) {
            nodes[kept++] = node;
        }
    }
    parser->pending.count = begin + kept;
}

// Reads all that stand side by side into the pending list; [*formatted]: is one an f-string.
static bool read_strings(struct parser *parser, bool *formatted) {
    bool any_bytes = false, any_text = false;
    for (;;) {
        enum token_kind kind = parser_peek(parser);
        if (kind == TOKEN_FSTRING_START) {
            *formatted = any_text = true;
            if (!fstring_parse(parser)) {
                return false;
            }
        } else if (kind == TOKEN_STRING) {
            struct node *node = string(parser);
            if (node == NULL) {
                return false;
            }
            parser_list_add(parser, node);
            any_bytes |= is_bytes(node);
            any_text |= !is_bytes(node);
        } else {
            break;
        }
    }
    if (any_bytes && any_text && !parser->stopped) {
        mistake_last(parser, "cannot mix bytes and nonbytes literals");
    }
    return !parser->stopped;
}

struct node *string_parse(struct parser *parser) {
    size_t start = parser->at;
    size_t begin = parser_list_begin(parser);
    bool formatted = false;
    if (!read_strings(parser, &formatted)) {
        return parser_list_drop(parser, begin);
    }
    if (!formatted) {
        struct node **nodes = parser->pending.items + begin;
        size_t count = parser->pending.count - begin;
        struct node *node = count == 1 ? nodes[0] : join(parser, nodes, count);
        parser_list_drop(parser, begin);
        return node;
    }
    string_merge(parser, begin);
    struct node *node = parser_node(parser, AST_JoinedStr, start);
    node->JoinedStr.values = parser_list_take(parser, begin);
    return node;
}
