package dev.socketscope.engine.ws;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an extension list (RFC 6455 §9.1). Empty list elements are allowed, as everywhere in HTTP (RFC 9110 §5.6.1). */
final class ExtensionParser {
    private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

    private final String text;
    private int at;

    ExtensionParser(String text) {
        this.text = text;
    }

    Optional<List<Extensions.Extension>> parse() {
        List<Extensions.Extension> list = new ArrayList<>();
        do {
            skipSpace();
            if (at == text.length() || text.charAt(at) == ',') {
                continue;
            }
            Extensions.Extension extension = extension();
            if (extension == null) {
                return Optional.empty();
            }
            list.add(extension);
        } while (take(','));
        return at == text.length() ? Optional.of(list) : Optional.empty();
    }

    private Extensions.@Nullable Extension extension() {
        String name = token();
        List<Extensions.Parameter> parameters = new ArrayList<>();
        while (take(';')) {
            Extensions.Parameter parameter = parameter();
            if (parameter == null) {
                return null;
            }
            parameters.add(parameter);
        }
        return name == null ? null : new Extensions.Extension(name, parameters);
    }

    private Extensions.@Nullable Parameter parameter() {
        String name = token();
        if (name == null || !take('=')) {
            return name == null ? null : new Extensions.Parameter(name, null);
        }
        String value = take('"') ? quoted() : token();
        return value == null ? null : new Extensions.Parameter(name, value);
    }

    private @Nullable String token() {
        skipSpace();
        int from = at;
        while (at < text.length() && isTokenChar(text.charAt(at))) {
            at++;
        }
        return at == from ? null : text.substring(from, at);
    }

    /** "When using the quoted-string syntax variant, the value after unescaping MUST conform to the 'token' ABNF." */
    private @Nullable String quoted() {
        StringBuilder value = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 1 : 0;
            if (at == text.length() || !isTokenChar(text.charAt(at))) {
                return null;
            }
            value.append(text.charAt(at++));
        }
        return at++ < text.length() && !value.isEmpty() ? value.toString() : null;
    }

    private boolean take(char wanted) {
        skipSpace();
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void skipSpace() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
    }

    private static boolean isTokenChar(char c) {
        return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || TOKEN_MARKS.indexOf(c) >= 0;
    }
}
