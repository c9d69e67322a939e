package dev.socketscope.app.payload;

import dev.socketscope.app.controls.Lines;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Payload;
import org.jspecify.annotations.Nullable;

/**
 * A payload and the ways to look at it. What a way needs is worked out in the background when it is looked at first, and
 * forgotten with the document.
 */
final class Document {
    /** Cells of a row when lines are not wrapped; longer lines are cut into rows of this. */
    static final int UNWRAPPED = 2_000;

    /** From so many lines on, what they cost in memory is said. */
    private static final int MANY = 10_000;

    private final Payload payload;
    private final PayloadKind kind;
    private final Indexing indexing;
    private final Runnable progressed;
    private final HexLines hex;
    private final MadePart decoded;
    private final MadePart diff;
    private @Nullable JsonLines json;
    private @Nullable TextIndex textIndex;
    private @Nullable TextLines text;
    private int textWidth;
    private Runnable stopJson = () -> {};
    private Runnable stopText = () -> {};

    /**
     * @param engine asked for the message before, to compare with
     * @param progressed called while something is worked out, and when it is done
     */
    Document(Payload payload, Origin origin, Engine engine, Indexing indexing, Runnable progressed) {
        this.payload = payload;
        this.kind = PayloadKind.of(payload);
        this.indexing = indexing;
        this.progressed = progressed;
        this.hex = new HexLines(payload.bytes());
        this.decoded = new MadePart(new DecodedMaker(payload, origin), indexing, progressed);
        this.diff = new MadePart(new DiffMaker(payload, origin, engine), indexing, progressed);
    }

    Payload payload() {
        return payload;
    }

    byte[] bytes() {
        return payload.bytes();
    }

    PayloadKind kind() {
        return kind;
    }

    /** @param wrap cells of a row of text; {@link #UNWRAPPED} when lines are not wrapped */
    Lines lines(PayloadTab tab, int wrap) {
        return switch (tab) {
            case JSON -> json();
            case TEXT -> text(wrap);
            case HEX -> hex;
            case DECODED -> decoded.get().lines();
            case DIFF -> diff.get().lines();
            case IMAGE -> Part.NOTHING.lines();
        };
    }

    /** The bytes that the lines show. */
    byte[] bytes(PayloadTab tab) {
        return switch (tab) {
            case JSON, TEXT, HEX, IMAGE -> bytes();
            case DECODED -> decoded.get().bytes();
            case DIFF -> diff.get().bytes();
        };
    }

    /** What has to be said of a way to look at it; may be empty. */
    String note(PayloadTab tab) {
        return switch (tab) {
            case JSON, TEXT, HEX, IMAGE -> "";
            case DECODED -> decoded.get().note();
            case DIFF -> diff.complete() ? diff.get().note() : Strings.of("payload.diff.looking");
        };
    }

    /** The JSON if it has been looked at; null otherwise. */
    @Nullable
    JsonLines jsonIfKnown() {
        return json;
    }

    /** What is wrong with the JSON as far as it is known, though all of it is here. */
    JsonIndex.@Nullable Mistake mistake() {
        JsonLines lines = json;
        JsonIndex.Mistake wrong = lines == null ? null : lines.index().mistake();
        boolean cutOff = wrong != null && !payload.complete() && wrong.offset() >= bytes().length - 1;
        return cutOff ? null : wrong;
    }

    /** How much there is, and what it costs. */
    String status(PayloadTab tab) {
        return switch (tab) {
            case JSON -> json == null ? ""
                    : status(json.index().complete(), "payload.status.lines", json.index().lines(),
                            json.index().memory());
            case TEXT -> textIndex == null ? ""
                    : status(textIndex.complete(), "payload.status.lines", textIndex.lines(), textIndex.memory());
            case HEX -> Strings.of("payload.status.hex", Units.count(bytes().length));
            case DECODED -> decoded.get().json() instanceof JsonIndex index
                    ? status(index.complete(), "payload.status.lines", index.lines(), index.memory())
                    : "";
            case DIFF -> status(diff.complete(), "payload.status.lines", (int) diff.get().lines().count(), 0);
            case IMAGE -> Strings.of("payload.status.hex", Units.count(bytes().length));
        };
    }

    /** Whether a way is worked out to its end. */
    boolean complete(PayloadTab tab) {
        return switch (tab) {
            case JSON -> json != null && json.index().complete();
            case TEXT -> textIndex != null && textIndex.complete();
            case HEX, IMAGE -> true;
            case DECODED -> decoded.complete();
            case DIFF -> diff.complete();
        };
    }

    /** Nobody looks at it any more. */
    void stop() {
        stopJson.run();
        stopText.run();
        decoded.stop();
        diff.stop();
    }

    private Lines json() {
        JsonLines known = json;
        if (known == null) {
            var index = new JsonIndex(bytes(), Math.max(0, JsonPrefix.length(bytes())));
            known = new JsonLines(bytes(), index);
            json = known;
            stopJson = indexing.start(index, progressed);
        }
        return known;
    }

    private Lines text(int width) {
        TextLines known = text;
        if (known == null || textWidth != width) {
            stopText.run();
            var index = new TextIndex(bytes(), width, width != UNWRAPPED);
            known = new TextLines(bytes(), index);
            text = known;
            textIndex = index;
            textWidth = width;
            stopText = indexing.start(index, progressed);
        }
        return known;
    }

    private static String status(boolean complete, String key, int lines, long memory) {
        String count = Units.count(lines) + (complete ? "" : " …");
        if (lines == 1 && complete) {
            return Strings.of(key + ".one");
        }
        return lines < MANY ? Strings.of(key, count) : Strings.of(key + ".index", count, Units.bytes(memory));
    }
}
