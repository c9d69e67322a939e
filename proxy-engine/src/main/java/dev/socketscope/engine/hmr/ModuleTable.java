package dev.socketscope.engine.hmr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a page has loaded from its dev server through the engine. Any thread may call.
 *
 * <p>Bounded: a page of more than {@value #MOST} modules cannot be settled without a reload.
 */
public final class ModuleTable {
    static final int MOST = 4_000;
    private static final Pattern STAMP = Pattern.compile("([?&])t=\\d+(&?)");

    /**
     * @param etag of the newest answer
     * @param kind what it is
     */
    record Entry(String etag, Kind kind, ModuleSource source) {}

    /** What a page loads. */
    enum Kind {
        SCRIPT, STYLE, DOCUMENT
    }

    /** What was loaded up to some moment; {@code overflown} when there was more than is here. */
    public record Snapshot(Map<String, Entry> entries, boolean overflown) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean overflown;

    /** The URL under which a module is known: without the time stamp of a replacement. */
    public static String key(String url) {
        String plain = STAMP.matcher(url).replaceAll(m -> m.group(2).isEmpty() ? "" : m.group(1));
        return plain.endsWith("?") ? plain.substring(0, plain.length() - 1) : plain;
    }

    /** Whether an answer of this kind is worth remembering. Pre-bundled dependencies never change under one URL. */
    public static boolean matters(String url, String contentType, String etag) {
        return kind(contentType).isPresent() && !etag.isEmpty() && !url.contains("/deps/")
                && !url.startsWith("/@vite/");
    }

    private static Optional<Kind> kind(String contentType) {
        if (contentType.startsWith("text/javascript") || contentType.startsWith("application/javascript")) {
            return Optional.of(Kind.SCRIPT);
        }
        if (contentType.startsWith("text/css")) {
            return Optional.of(Kind.STYLE);
        }
        return contentType.startsWith("text/html") ? Optional.of(Kind.DOCUMENT) : Optional.empty();
    }

    /** The page has got this. */
    public synchronized void loaded(String url, String contentType, String etag, byte[] body) {
        String key = key(url);
        Optional<Kind> kind = kind(contentType);
        if (kind.isEmpty()) {
            return;
        }
        if (entries.size() == MOST && !entries.containsKey(key)) {
            overflown = true;
            return;
        }
        entries.put(key, new Entry(etag, kind.get(), ModuleSource.of(body)));
    }

    synchronized void forget(String key) {
        entries.remove(key);
    }

    /** As it is now. */
    public synchronized Snapshot snapshot() {
        return new Snapshot(new LinkedHashMap<>(entries), overflown);
    }

    /** What a page has that had this when its socket was lost: what came later for the first time, it may have too. */
    synchronized Snapshot since(Snapshot lost) {
        Map<String, Entry> had = new LinkedHashMap<>(entries);
        had.putAll(lost.entries());
        return new Snapshot(had, overflown);
    }
}
