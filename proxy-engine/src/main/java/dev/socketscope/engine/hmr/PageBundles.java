package dev.socketscope.engine.hmr;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the page of one socket has: what its browser had loaded when the socket was opened, whatever came for the first time since, and
 * what it was told of over the socket. Other pages of the browser may load something newer meanwhile. Any thread may call.
 */
public final class PageBundles {
    private final BundleTable table;
    private final Map<String, Bundle> files;
    private boolean overflown;
    private boolean stale;
    private long changes;

    /** What a page has at some moment. */
    record Held(Map<String, Bundle> files, boolean overflown, boolean stale) {}

    PageBundles(BundleTable table, Map<String, Bundle> files, boolean overflown) {
        this.table = table;
        this.files = new LinkedHashMap<>(files);
        this.overflown = overflown;
    }

    synchronized void loaded(String key, Bundle bundle) {
        if (files.size() == BundleTable.MOST && !files.containsKey(key)) {
            overflown = true;
        } else {
            files.merge(key, bundle, (had, now) -> had.known() ? had : now);
        }
    }

    /** The page is told of a change: what it has differs from what it has loaded. */
    public synchronized void changed() {
        stale = true;
        changes++;
    }

    /** The line to the server is broken: no renewal that is under way can be relied on. */
    public synchronized void interrupted() {
        changes++;
    }

    /** Whether the page has been told of changes that are not known here. */
    public synchronized boolean stale() {
        return stale;
    }

    /** Asks for what the page has after a change. */
    public synchronized BundleRenewal renewal() {
        return new BundleRenewal(this, new LinkedHashMap<>(files), changes);
    }

    synchronized boolean isNewerThan(long known) {
        return changes != known;
    }

    /** @return false when the page has been told of something else meanwhile */
    synchronized boolean renewed(Map<String, Bundle> now, long known) {
        if (changes != known) {
            return false;
        }
        files.putAll(now);
        stale = false;
        return true;
    }

    synchronized Held held() {
        return new Held(new LinkedHashMap<>(files), overflown, stale);
    }

    void learned(String key, Bundle bundle) {
        table.learned(key, bundle);
    }

    void forget(String key) {
        table.forget(key);
    }

    /** The page has left. */
    public void close() {
        table.closed(this);
    }
}
