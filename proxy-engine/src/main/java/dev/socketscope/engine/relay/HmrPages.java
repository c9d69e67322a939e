package dev.socketscope.engine.relay;

import dev.socketscope.engine.hmr.BundleTable;
import dev.socketscope.engine.hmr.ModuleTable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.jspecify.annotations.Nullable;

/**
 * Brings together what one browser's pages ask for over HTTP and their hot-reload sockets. The pages of which nothing was heard for
 * longest are forgotten first. Any thread may call.
 */
final class HmrPages {
    private static final int MOST = 64;

    /** One browser's pages on one host. */
    static final class Pages {
        private final ModuleTable modules = new ModuleTable();
        private final BundleTable bundles = new BundleTable();
        private final Set<HmrSocket> sockets = new CopyOnWriteArraySet<>();
        private volatile String token = "";

        ModuleTable modules() {
            return modules;
        }

        BundleTable bundles() {
            return bundles;
        }

        /** Token of the client script that was loaded last; empty before. */
        String token() {
            return token;
        }

        void token(String loaded) {
            token = loaded;
        }

        Set<HmrSocket> sockets() {
            return sockets;
        }
    }

    private final Map<PageKey, Pages> pages = new LinkedHashMap<>(16, 0.75f, true);
    private volatile boolean used;

    /** Null when there is no dev server's page under this key. */
    synchronized @Nullable Pages find(PageKey key) {
        return pages.get(key);
    }

    synchronized Pages open(PageKey key) {
        used = true;
        Pages known = pages.computeIfAbsent(key, _ -> new Pages());
        if (pages.size() > MOST) {
            pages.remove(pages.keySet().iterator().next());
        }
        return known;
    }

    /** Whether there has been any; most engines never see a dev server, and then nothing is looked at. */
    boolean used() {
        return used;
    }
}
