package dev.socketscope.app.payload;

import dev.socketscope.app.controls.IntChunks;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Where the lines of pretty-printed JSON begin: one line for each value, and one for each bracket that closes. Several values
 * one after another are taken as well. Kept are four bytes a line and twenty a container. One thread indexes; the JavaFX thread
 * reads what is there so far.
 */
final class JsonIndex implements Indexing.Work {
    /** No more lines than these are indexed; then {@link #isCut()}. */
    static final int MAX_LINES = 16_000_000;
    private static final int MAX_CONTAINERS = 4_000_000;
    private static final int PUBLISH = 2_048;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(TokenStreamFactory.Feature.INTERN_PROPERTY_NAMES)
            .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(20_000)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    /**
     * What is wrong with the JSON.
     *
     * @param message in the parser's words
     * @param offset byte, from 0
     * @param line from 1
     * @param column from 1
     */
    record Mistake(String message, int offset, int line, int column) {}

    private static final String NOT_UTF8 = "This is not UTF-8";
    private final byte[] bytes;
    private final int prefix;
    private final IntChunks lines = new IntChunks();
    private final JsonContainers containers = new JsonContainers();
    private boolean keyed;
    private volatile int lineCount;
    private volatile boolean complete;
    private volatile boolean cut;
    private volatile @Nullable Mistake mistake;

    /** @param prefix bytes before the first value */
    JsonIndex(byte[] bytes, int prefix) {
        this.bytes = bytes;
        this.prefix = prefix;
    }

    @Override
    public void run(Indexing.Progress progress) {
        if (!JsonPrefix.isUtf8Start(bytes, prefix)) {
            mistake = new Mistake(NOT_UTF8, prefix, 1, prefix + 1);
            complete = true;
            return;
        }
        if (parse(progress)) {
            publish(lines.filled());
            complete = true;
        }
    }

    /** @return false when it was stopped on the way */
    private boolean parse(Indexing.Progress progress) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, prefix,
                bytes.length - prefix)) {
            int untold = 0;
            for (JsonToken token = parser.nextToken(); token != null && !cut; token = parser.nextToken()) {
                take(token, parser);
                if (++untold == PUBLISH) {
                    untold = 0;
                    publish(lines.filled() - 1);
                    if (progress.stopped()) {
                        return false;
                    }
                }
            }
        } catch (JacksonException e) {
            mistake = mistake(e);
        }
        return true;
    }

    private void take(JsonToken token, JsonParser parser) {
        switch (token) {
            case START_OBJECT, START_ARRAY -> {
                int line = keyed ? lines.filled() - 1 : line(parser);
                containers.open(line);
            }
            case END_OBJECT, END_ARRAY -> {
                boolean empty = containers.isEmpty(lines.filled());
                containers.close(empty ? lines.filled() - 1 : line(parser));
            }
            case PROPERTY_NAME -> line(parser);
            default -> {
                if (!keyed) {
                    line(parser);
                }
                containers.value();
            }
        }
        keyed = token == JsonToken.PROPERTY_NAME;
        cut = lines.filled() >= MAX_LINES || containers.count() >= MAX_CONTAINERS;
    }

    private int line(JsonParser parser) {
        lines.add(prefix + (int) parser.currentTokenLocation().getByteOffset());
        return lines.filled() - 1;
    }

    private void publish(int known) {
        lines.publish();
        containers.publish();
        lineCount = Math.max(0, known);
    }

    /** Lines known so far. */
    int lines() {
        return lineCount;
    }

    JsonContainers containers() {
        return containers;
    }

    boolean complete() {
        return complete;
    }

    /** Whether there are more lines than are indexed. */
    boolean isCut() {
        return cut;
    }

    @Nullable
    Mistake mistake() {
        return mistake;
    }

    /** Bytes before the first value. */
    int prefix() {
        return prefix;
    }

    /** First byte of a line's key, value or bracket. */
    int start(int line) {
        return lines.get(line);
    }

    /** First byte after everything that belongs to a line. */
    int end(int line) {
        if (line + 1 < lines.size()) {
            return lines.get(line + 1);
        }
        Mistake wrong = mistake;
        return wrong == null ? bytes.length : Math.max(start(line), wrong.offset());
    }

    /** The line that holds a byte. */
    int lineOf(long offset) {
        return Math.max(0, lines.floor((int) Math.min(Integer.MAX_VALUE, offset), lineCount));
    }

    /** Bytes that the index takes, roughly. */
    long memory() {
        return lines.memory() + containers.memory();
    }

    private Mistake mistake(JacksonException e) {
        TokenStreamLocation at = e.getLocation();
        String message = firstLine(e.getOriginalMessage());
        if (at == null) {
            return new Mistake(message, prefix, 1, prefix + 1);
        }
        int offset = (int) Math.min(bytes.length, prefix + Math.max(0, at.getByteOffset()));
        return new Mistake(message, offset, at.getLineNr(), at.getColumnNr() + (at.getLineNr() == 1 ? prefix : 0));
    }

    /** Without the parser's further lines and without the numbers of the characters that it quotes anyway. */
    private static String firstLine(String message) {
        int end = message.indexOf('\n');
        return (end < 0 ? message : message.substring(0, end)).replaceAll("\\('(.)' \\(code [^)]*\\)\\)", "'$1'");
    }
}
