package dev.socketscope.engine.wire;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a request was not answered (RFC 9457, {@code application/problem+json}).
 *
 * @param title the status in words
 * @param detail one sentence for a person
 * @param key the parameter or the member of the body that does not fit; absent when it is none
 * @param value what was found there
 * @param expected what may stand there
 * @param problems each thing that is wrong with a configuration; absent when it is not about one
 */
public record ProblemJson(String type, String title, int status, String detail, @Nullable String key,
        @Nullable String value, @Nullable String expected, @Nullable List<ConfigProblemJson> problems) {
    public static final String CONTENT_TYPE = "application/problem+json";
    private static final String NO_TYPE = "about:blank";

    public static ProblemJson of(int status, String title, String detail) {
        return new ProblemJson(NO_TYPE, title, status, detail, null, null, null, null);
    }

    public static ProblemJson of(int status, String title, WireException e) {
        return new ProblemJson(NO_TYPE, title, status, String.valueOf(e.getMessage()), e.key(), e.value(),
                e.expected(), null);
    }

    /** About a configuration. */
    public static ProblemJson of(int status, String title, String detail, List<ConfigProblemJson> problems) {
        return new ProblemJson(NO_TYPE, title, status, detail, null, null, null, problems);
    }
}
