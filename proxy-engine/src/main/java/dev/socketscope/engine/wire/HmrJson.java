package dev.socketscope.engine.wire;

import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Names;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One connection's hot reloading; {@code error} is absent when the last build went well. */
public record HmrJson(String connection, String dialect, List<WaitingJson> queue, boolean fullReloadNeeded,
        List<ChangeJson> history, @Nullable BuildErrorJson error) {
    /** An update that waits for the page. */
    public record WaitingJson(String kind, String path, int merged, Instant since, Instant expires) {}

    /** Something the page was told; {@code applied} is how long it took to fetch it, absent while it has not. */
    public record ChangeJson(Instant at, String kind, String path, @Nullable String applied, String outcome) {}

    /** What the dev server reported. */
    public record BuildErrorJson(Instant at, String message, String file, int line, int column, String frame,
            String stack) {}

    public static HmrJson of(HmrStatus h) {
        HmrStatus.BuildError e = h.error();
        return new HmrJson(h.connection(), h.dialect(), h.queue()
                .stream()
                .map(w -> new WaitingJson(w.kind(), w.path(), w.merged(), w.since(), w.expires()))
                .toList(), h.fullReloadNeeded(),
                h.history()
                        .stream()
                        .map(c -> new ChangeJson(c.at(), c.kind(), c.path(),
                                c.applied() == null ? null : Spans.text(c.applied()), Names.of(c.outcome())))
                        .toList(),
                e == null
                        ? null
                        : new BuildErrorJson(e.at(), e.message(), e.file(), e.line(), e.column(), e.frame(),
                                e.stack()));
    }

    public HmrStatus toApi() {
        return new HmrStatus(connection, dialect, queue.stream()
                .map(w -> new HmrStatus.Waiting(w.kind, w.path, w.merged, w.since, w.expires))
                .toList(), fullReloadNeeded,
                history.stream()
                        .map(c -> new HmrStatus.Change(c.at, c.kind, c.path,
                                c.applied == null ? null : Spans.parse("applied", c.applied),
                                Constants.parse(HmrStatus.Outcome.class, "outcome", c.outcome)))
                        .toList(),
                error == null
                        ? null
                        : new HmrStatus.BuildError(error.at, error.message, error.file, error.line, error.column,
                                error.frame, error.stack));
    }
}
