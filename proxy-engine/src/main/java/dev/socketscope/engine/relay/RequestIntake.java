package dev.socketscope.engine.relay;

import io.netty.handler.codec.http.HttpRequest;

/** Decides what becomes of a request: refused, passed on, or upgraded. */
final class RequestIntake {
    private final RelayContext relay;
    private final HttpFrontend frontend;

    RequestIntake(RelayContext relay, HttpFrontend frontend) {
        this.relay = relay;
        this.frontend = frontend;
    }

    void take(HttpRequest request) {
        if (request.decoderResult().isFailure()) {
            refuseForGood(RequestCheck.malformed(request.decoderResult().cause()), request);
            return;
        }
        if (relay.tls().on() && !LegSocket.secure(frontend.client())) {
            refuseForGood(Refusal.plain(request.headers().get(Fields.HOST, "")), request);
            return;
        }
        RequestTarget target = RequestCheck.target(request);
        Refusal problem = RequestCheck.problem(request, target);
        if (problem != null) {
            refuseForGood(problem, request);
        } else if (target == null) {
            refuseForGood(Refusal.badRequest("The request target is neither a path nor a URL."), request);
        } else {
            route(request, RequestFacts.of(request, target));
        }
    }

    private void refuseForGood(Refusal refusal, HttpRequest request) {
        frontend.refuseForGood(EngineAnswers.last(refusal, request.headers()));
    }

    private void route(HttpRequest request, RequestFacts facts) {
        if (EnginePages.concern(facts)) {
            EnginePages.serve(relay, frontend, request, facts);
            return;
        }
        RouteTable routes = relay.routes().now();
        RouteTable.Match route = routes.find(facts.target().host(), facts.target().path());
        if (route == null) {
            Refusal noRoute = Refusal.noRoute(facts.target(), routes.describe());
            relay.events().requestFailed(facts, noRoute);
            frontend.refuse(noRoute, request.headers(), facts);
        } else if (facts.upgrade()) {
            frontend.serve(new UpgradeHandshake(relay, frontend, request, facts, route), facts);
        } else {
            HttpExchange plain = new HttpExchange(relay, frontend, request, facts, route);
            frontend.serve(plain, facts);
            plain.start();
        }
    }
}
