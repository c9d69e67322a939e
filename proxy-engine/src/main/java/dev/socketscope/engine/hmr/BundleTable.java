package dev.socketscope.engine.hmr;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What one browser has loaded through the engine from a server of bundles such as Parcel: documents, scripts, style sheets and whatever
 * else they show. Any thread may call.
 *
 * <pre>
 *   200 ─► loading ─► loaded ─┐
 *   304 ─► unchanged ─────────┴─► what was loaded last ─► PageBundles: what the page of one socket has
 * </pre>
 *
 * <p>Bounded: a page of more than {@value #MOST} files cannot be settled without a reload.
 */
public final class BundleTable {
    static final int MOST = ModuleTable.MOST;
    /** With this Parcel answers everything: browsers are to ask whether their copy is still good. */
    private static final String PARCEL = "max-age=0, must-revalidate";
    /** By which a page gets around its browser's cache. */
    private static final Pattern STAMP = Pattern.compile("\\?\\d{13}$");

    private final Map<String, Bundle> cached = new LinkedHashMap<>();
    private final Map<String, Bundle> loaded = new LinkedHashMap<>();
    private final Set<PageBundles> pages = new HashSet<>();
    private boolean overflown;

    /** Whether an answer belongs to a page of Parcel; source maps are read by people only. */
    public static boolean matters(String path, String cacheControl) {
        return cacheControl.equals(PARCEL) && !path.startsWith("/__parcel") && !path.endsWith(".map");
    }

    static String key(String url) {
        return ModuleTable.key(STAMP.matcher(url).replaceFirst(""));
    }

    /** Whether the browser has loaded, or tried to load, this. */
    public synchronized boolean has(String url) {
        return loaded.containsKey(key(url));
    }

    /**
     * Something is about to be loaded. Until it has come whole, nobody knows what the page has of it.
     *
     * @param begins whether a page begins with it
     */
    public synchronized void loading(String url, boolean begins) {
        put(key(url), Bundle.unknown(""), begins);
    }

    /**
     * It has come whole.
     *
     * @param etag empty when there is none
     * @param lastModified as in the header
     */
    public synchronized void loaded(String url, String contentType, String etag, String lastModified, byte[] body) {
        Bundle bundle = Bundle.of(contentType, etag, etag.isEmpty() ? lastModified : etag, body);
        put(key(url), bundle, false);
        remember(key(url), bundle);
    }

    /** The browser's own copy is still good: that which it got with this entity tag or time of modification. */
    public synchronized void unchanged(String url, boolean begins, String validator) {
        String key = key(url);
        Bundle copy = cached.get(key);
        put(key, copy != null && copy.validator().equals(validator) ? copy : Bundle.unknown(validator), begins);
    }

    private void put(String key, Bundle bundle, boolean begins) {
        if (begins) {
            loaded.clear();
            overflown = false;
        }
        if (loaded.size() == MOST && !loaded.containsKey(key)) {
            overflown = true;
        } else {
            loaded.put(key, bundle);
        }
        pages.forEach(page -> page.loaded(key, bundle));
    }

    /** The oldest copies are forgotten. */
    private void remember(String key, Bundle bundle) {
        cached.put(key, bundle);
        if (cached.size() > MOST) {
            cached.remove(cached.keySet().iterator().next());
        }
    }

    /** The engine has found out what a browser's copy is. */
    synchronized void learned(String key, Bundle bundle) {
        remember(key, bundle);
    }

    /** What the server does not serve any more belongs to an earlier state of the page. */
    synchronized void forget(String key) {
        loaded.remove(key);
    }

    /** For a page that has just opened its socket; to be closed with it. */
    public synchronized PageBundles open() {
        PageBundles page = new PageBundles(this, loaded, overflown);
        pages.add(page);
        return page;
    }

    synchronized void closed(PageBundles page) {
        pages.remove(page);
    }
}
