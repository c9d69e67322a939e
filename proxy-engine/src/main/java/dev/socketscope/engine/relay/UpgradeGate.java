package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.EngineConfig;
import io.netty.handler.codec.http.HttpRequest;

/** Lets upgrades in as long as the limits allow; the others are answered at once. */
final class UpgradeGate {
    private UpgradeGate() {}

    /** @return true when the upgrade holds one of the connections and one of the waiting places from now on */
    static boolean admits(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            AnswerWait wait) {
        EngineConfig.Limits limits = relay.admission().limits();
        if (!relay.admission().enterConnection()) {
            refuse(relay, frontend, request, facts, "limits.maxConnections", Refusal.tooManyConnections(limits));
            return false;
        }
        if (!wait.begin()) {
            relay.admission().leaveConnection();
            refuse(relay, frontend, request, facts, "limits.maxPending", Refusal.tooManyPending(limits));
            return false;
        }
        return true;
    }

    private static void refuse(RelayContext relay, HttpFrontend frontend, HttpRequest request, RequestFacts facts,
            String key, Refusal page) {
        relay.events().limitReached(null, key, "refused the upgrade of " + facts.target().path());
        frontend.refuse(page, request.headers(), facts);
    }
}
