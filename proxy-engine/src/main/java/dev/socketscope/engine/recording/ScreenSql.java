package dev.socketscope.engine.recording;

import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.journal.FrameScreen;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A screen as a condition of SQL on the table of frames. Immutable. */
final class ScreenSql {
    /** Close frames; continuations with FIN; text and binary with RSV1 that were not inflated at capture. */
    private static final String OTHER_CONTENT = "(bits & 15 = 8 OR bits & 143 = 128"
            + " OR bits & 524352 = 64 AND bits & 15 BETWEEN 1 AND 2)";

    private final List<Object> values = new ArrayList<>();
    private final String condition;

    ScreenSql(FrameScreen screen) {
        condition = condition(screen);
    }

    String condition() {
        return condition;
    }

    /** Gives a statement the values of the condition. @param first index of the condition's first one in the statement */
    void bind(PreparedStatement statement, int first) throws SQLException {
        for (int i = 0; i < values.size(); i++) {
            statement.setObject(first + i, values.get(i));
        }
    }

    private String condition(FrameScreen screen) {
        return switch (screen) {
            case FrameScreen.Plain plain -> switch (plain) {
                case EVERY -> "1";
                case OTHER_CONTENT -> OTHER_CONTENT;
            };
            case FrameScreen.All(List<FrameScreen> parts) -> joined(parts, " AND ");
            case FrameScreen.Any(List<FrameScreen> parts) -> joined(parts, " OR ");
            case FrameScreen.Towards(var direction) -> "bits >> 8 & 1 = " + switch (direction) {
                case TO_UPSTREAM -> 0;
                case TO_CLIENT -> 1;
            };
            case FrameScreen.OfOpcode(var opcodes) -> IntStream.range(0, 16)
                    .filter(code -> opcodes.contains(Opcode.of(code)))
                    .mapToObj(Integer::toString)
                    .collect(Collectors.joining(",", "bits & 15 IN (", ")"));
            case FrameScreen.Within(var measure, long least, long most) ->
                column(measure) + " BETWEEN " + value(least) + " AND " + value(most);
            case FrameScreen.Holding(String bytes, boolean eitherCase) -> eitherCase ? inEitherCase(bytes)
                    : exactly(bytes);
        };
    }

    private String joined(List<FrameScreen> parts, String sign) {
        return parts.stream().map(this::condition).collect(Collectors.joining(sign, "(", ")"));
    }

    private static String column(FrameScreen.Measure measure) {
        return switch (measure) {
            case SEQ -> "seq";
            case LENGTH -> "length";
            case IN_PROXY_MICROS -> "in_proxy_micros";
        };
    }

    private String exactly(String bytes) {
        return "instr(payload, " + value(bytes.getBytes(StandardCharsets.ISO_8859_1)) + ")";
    }

    /** LIKE folds ASCII only, as it should, but sees text up to its first NUL: behind one, nothing is known. */
    private String inEitherCase(String ascii) {
        if (ascii.indexOf('\0') >= 0) {
            return "1";
        }
        String pattern = "%" + ascii.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        return "(CAST(payload AS TEXT) LIKE " + value(pattern) + " ESCAPE '\\' OR instr(payload, X'00'))";
    }

    private String value(Object value) {
        values.add(value);
        return "?";
    }
}
