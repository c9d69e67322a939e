package dev.socketscope.engine.hmr;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a page has loaded from its dev server through the engine. Any thread may call.
 *
 * <p>Bounded: a page of more than {@value #MOST} modules cannot be settled without a reload.
 */
public final class ModuleTable {
    static final int MOST = 4_000;
    /** A dependency in a version: what is answered under such a URL never changes. */
    private static final Pattern DEPENDENCY = Pattern.compile("/(?:deps|node_modules)/[^?]*\\?(?:.*&)?v=[0-9a-f]{8}");

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
    private boolean begun;

    /** The URL under which a module is known: without the time stamp of a replacement. */
    public static String key(String url) {
        return withoutParameter(url, "t");
    }

    static String withoutParameter(String url, String name) {
        int query = url.indexOf('?');
        if (query < 0) {
            return url;
        }
        String kept = Stream.of(url.substring(query + 1).split("&"))
                .filter(p -> !p.equals(name) && !p.startsWith(name + "="))
                .collect(Collectors.joining("&"));
        return kept.isEmpty() ? url.substring(0, query) : url.substring(0, query + 1) + kept;
    }

    /** Whether an answer of this kind is worth remembering. */
    public static boolean matters(String url, String contentType, String etag) {
        return kind(contentType).isPresent() && !etag.isEmpty() && mayChange(url);
    }

    /** Whether what is answered under a URL can be another thing after a while, and comes from the project. */
    static boolean mayChange(String url) {
        return !url.contains("/@vite/") && !DEPENDENCY.matcher(url).find();
    }

    static Optional<Kind> kind(String contentType) {
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
        begun |= kind.get() == Kind.DOCUMENT;
        entries.put(key, new Entry(etag, kind.get(), ModuleSource.of(body, kind.get())));
    }

    /** The page has begun to load: a page that began elsewhere may have modules that are not here. */
    public synchronized void begin() {
        begun = true;
    }

    synchronized boolean begun() {
        return begun;
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
