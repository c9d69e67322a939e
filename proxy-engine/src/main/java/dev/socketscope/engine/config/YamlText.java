package dev.socketscope.engine.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as YAML on one line. Texts are quoted unless every reader takes them for just that text. */
final class YamlText {
    private static final Pattern PLAIN = Pattern
            .compile("[A-Za-z/_][\\w/.-]*|(?:0|[1-9]\\d{0,17})(?:\\.\\d{1,9})?(?:ms|s|m|h)?");
    /** What some reader of YAML takes for nothing or for a truth value. */
    private static final Pattern WORD = Pattern.compile("null|true|false|yes|no|on|off|y|n");
    private static final int FIRST_ABOVE_CONTROLS = 0xA0;
    private static final int LAST_ASCII = 0x7E;

    /** YAML as somebody has written it. */
    record Raw(String text) {}

    private YamlText() {}

    /** @param value a text, a number, or lists and mappings of them */
    static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map -> map.entrySet()
                    .stream()
                    .map(entry -> entry.getKey() + ": " + flow(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list -> list.stream().map(YamlText::flow).collect(Collectors.joining(", ", "[", "]"));
            case Double number -> number(number);
            case Raw raw -> raw.text();
            case Boolean truth -> truth.toString();
            case Number number -> number.toString();
            case Object text -> scalar(text.toString());
        };
    }

    /** Without an exponent, which not every reader knows. */
    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    static String scalar(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !WORD.matcher(text.toLowerCase(Locale.ROOT)).matches();
        return plain ? text : quoted(text);
    }

    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(character -> quoted.append(escaped(character)));
        return quoted.append('"').toString();
    }

    private static String escaped(int character) {
        return switch (character) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> printable(character) ? Character.toString(character) : "\\u%04x".formatted(character);
        };
    }

    /** YAML 1.2 § 5.1; line separators and the byte order mark are printable there, but not to be seen. */
    private static boolean printable(int character) {
        return switch (Character.getType(character)) {
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.FORMAT, Character.SURROGATE ->
                false;
            default -> character >= ' ' && (character <= LAST_ASCII || character >= FIRST_ABOVE_CONTROLS)
                    && character != 0xFFFE && character != 0xFFFF;
        };
    }
}
