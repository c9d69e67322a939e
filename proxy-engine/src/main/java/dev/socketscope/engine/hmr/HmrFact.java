package dev.socketscope.engine.hmr;

import java.util.List;

/** What one message of a hot-reload socket says. */
public sealed interface HmrFact {
    /** The server greets; {@code session} names the server's run where it tells, otherwise it is empty. */
    record Connected(String session) implements HmrFact {}

    /**
     * A module, a style sheet or a chunk is to be replaced.
     *
     * @param kind for example {@code js-update}, {@code css-update}
     * @param path the module that accepts
     * @param acceptedPath the module that has changed; of webpack the build that the page has, where {@code path} is the new one
     * @param timestamp what the page asks for it with; 0 when it does not ask
     */
    record Update(String kind, String path, String acceptedPath, long timestamp) implements HmrFact {}

    /** The page is to load itself anew; {@code path} names the reason and may be empty. */
    record FullReload(String path) implements HmrFact {}

    /** Modules are gone. */
    record Prune(List<String> paths) implements HmrFact {}

    /** The last build went wrong. */
    record Failed(BuildProblem problem) implements HmrFact {}

    /** The last build went well; {@code hash} names it where the server tells, otherwise it is empty. */
    record Built(String hash) implements HmrFact {}

    /** A page asks whether its server is still there; {@code answer} is what the server would say, empty when it says nothing. */
    record PagePing(String answer) implements HmrFact {}

    /** The server greets a page again that knows all this. The page would take it for a new beginning, and load itself anew. */
    record Repeated() implements HmrFact {}
}
