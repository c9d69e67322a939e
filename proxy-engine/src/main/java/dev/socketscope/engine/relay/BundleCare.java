package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.hmr.BundleRenewal;
import dev.socketscope.engine.hmr.BundleSettler;
import dev.socketscope.engine.hmr.BundleTable;
import dev.socketscope.engine.hmr.PageBundles;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Knows what the page of a Parcel socket has, also after updates that carry their code. Belongs to the tunnel's event loop.
 *
 * <pre>
 *   whole ── update ─► the files are asked for again
 *     ▲ └─── lost ───► in doubt ── settled ─► whole
 *     │                   └─ the build is broken ─► waits for a good one ── update ─┐
 *     └───────────────────────────── settled ◄──────────────────────────────────────┘
 * </pre>
 */
final class BundleCare {
    /** Parcel answers as soon as a build that is under way has ended. */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private enum State {
        WHOLE, IN_DOUBT, WAITS_FOR_BUILD
    }

    private final RelayContext relay;
    private final Tunnel tunnel;
    private final Runnable settle;
    /** Null while nobody has asked and the browser has no page that is known. */
    private @Nullable PageBundles page;
    private State state = State.WHOLE;
    private boolean asking;

    /** @param settle finds out what the page has missed */
    BundleCare(RelayContext relay, Tunnel tunnel, PageKey key, Runnable settle) {
        this.relay = relay;
        this.tunnel = tunnel;
        this.settle = settle;
        HmrPages.Pages known = relay.pages().find(key);
        this.page = known == null ? null : known.bundles().open();
    }

    private PageBundles page() {
        PageBundles open = page;
        if (open == null) {
            open = new BundleTable().open();
            page = open;
        }
        return open;
    }

    /** The page is told of a change, or perhaps. @param asks whether the server is known to be one that can be asked */
    void changed(boolean asks) {
        if (state == State.WAITS_FOR_BUILD) {
            state = State.IN_DOUBT;
            settle.run();
        } else {
            page().changed();
            if (asks) {
                renew();
            }
        }
    }

    /** The upstream is lost. */
    void lost() {
        state = State.IN_DOUBT;
        page().interrupted();
    }

    BundleSettler settler(BooleanSupplier errorStands) {
        return new BundleSettler(page(), errorStands);
    }

    /** The page has been told what it has missed. @param waits whether that cannot be known before the next good build */
    void settled(boolean waits) {
        state = waits ? State.WAITS_FOR_BUILD : State.WHOLE;
        if (page().stale()) {
            renew();
        }
    }

    private void renew() {
        if (state == State.WHOLE && !asking) {
            asking = true;
            BundleRenewal renewal = page().renewal();
            new PageFetch(relay, tunnel, LIMIT).ask(renewal.questions(), renewal::answered, () -> answered(renewal));
        }
    }

    private void answered(BundleRenewal renewal) {
        asking = false;
        if (renewal.outdated()) {
            renew();
        } else {
            tunnel.upkeep().afterEcho(Leg.UPSTREAM, renewal::take);
        }
    }

    void stop() {
        if (page != null) {
            page.close();
        }
    }
}
