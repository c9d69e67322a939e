package dev.socketscope.engine.relay;

import dev.socketscope.engine.api.CloseCode;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.ws.HandshakeRules;
import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.util.ReferenceCountUtil;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A WebSocket that the engine holds for a page which can only poll. It is a client of the engine's own listener, so it is routed,
 * watched, disturbed and resumed like any other; the page may return to a socket of its own at any time.
 *
 * <pre>
 *   page ── GET, POST poll ──► PollSession ── WebSocket with the page's token ──► listener ─► route ─► upstream
 * </pre>
 *
 * Everything happens on one event loop.
 */
final class PollSession implements UpstreamConnector.Listener, UpgradeLink.User, PollSocket.User {
    private static final Duration SILENCE = Duration.ofSeconds(60);
    private static final int MOST_MESSAGES = 1_000;
    private static final int MOST_BYTES = 4 << 20;

    private final RelayContext relay;
    private final String key;
    private final EventLoop loop;
    private final PollRequest request;
    private final HttpHeaders page;
    private final ArrayDeque<EngineFrame> waiting = new ArrayDeque<>();
    private final List<EngineFrame> early = new ArrayList<>();
    private final List<Runnable> greeting = new ArrayList<>();
    private String session = "";
    private long firstWaiting;
    private long taken;
    private int bytes;
    private boolean lost;
    private boolean told;
    private @Nullable UpgradeLink link;
    private @Nullable PollSocket socket;
    private @Nullable EngineFrame closed;
    private @Nullable Runnable listener;
    private @Nullable Future<?> silence;

    /** @param page headers of the request that began it: host, origin and cookies are the page's */
    PollSession(RelayContext relay, String key, EventLoop loop, PollRequest request, HttpHeaders page) {
        this.relay = relay;
        this.key = key;
        this.loop = loop;
        this.request = request;
        this.page = page;
        this.firstWaiting = request.wish().received();
    }

    EventLoop loop() {
        return loop;
    }

    void connect(InetSocketAddress listener) {
        keepAlive();
        relay.connector()
                .connect(loop, UpstreamAddress.ofListener(listener, relay.tls().on()),
                        relay.admission().limits().handshakeTimeout(),
                        UpgradeLink.setUp(), this);
    }

    @Override
    public void connected(Channel channel) {
        UpgradeLink to = channel.pipeline().get(UpgradeLink.class);
        link = to;
        to.lend(this);
        HttpHeaders headers = new DefaultHttpHeaders();
        for (String name : List.of("Host", "Origin", "Cookie", "Authorization", "User-Agent")) {
            String value = page.get(name);
            if (value != null) {
                headers.set(name, value);
            }
        }
        headers.set(Fields.CONNECTION, Fields.UPGRADE).set(Fields.UPGRADE, "websocket");
        headers.set(HandshakeRules.VERSION, HandshakeRules.VERSION_13).set(HandshakeRules.KEY, HandshakeKey.random());
        to.ask(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, request.socketUrl(), headers),
                new RequestTarget("", request.socketUrl(), null));
    }

    @Override
    public void failed(Throwable cause) {
        end(CloseCode.INTERNAL_ERROR, UpstreamTrouble.text(cause));
    }

    @Override
    public void answer(HttpObject part) {
        UpgradeLink from = link;
        if (from == null || !(part instanceof HttpResponse head)) {
            ReferenceCountUtil.release(part);
            return;
        }
        link = null;
        if (head.status().code() != 101) {
            from.discard();
            end(CloseCode.INTERNAL_ERROR, "the upgrade was answered with " + head.status());
            return;
        }
        PollSocket opened = new PollSocket(this);
        socket = opened;
        from.replaceWith(opened);
    }

    @Override
    public void answerReadComplete() {}

    @Override
    public void upstreamGone(@Nullable Throwable cause) {
        end(CloseCode.INTERNAL_ERROR, "the upgrade was not answered");
    }

    @Override
    public void resumed(String how, long received) {
        session = how;
        taken = received;
        if (!how.equals("same")) {
            firstWaiting = 0;
        }
        List<EngineFrame> held = List.copyOf(early);
        early.clear();
        send(held);
        greeted();
        if (!how.equals("new")) {
            tell();
        }
    }

    @Override
    public void message(EngineFrame message) {
        waiting.add(message);
        bytes += message.payload().length;
        if (socket != null && (waiting.size() >= MOST_MESSAGES || bytes >= MOST_BYTES)) {
            socket.pause();
        }
        tell();
    }

    @Override
    public void closed(@Nullable EngineFrame close) {
        socket = null;
        if (close == null) {
            // The page's next poll begins a new socket, which is resumed.
            relay.polls().remove(key, this);
            lost = true;
            tell();
        } else {
            end(close);
        }
    }

    private void end(int code, String reason) {
        end(EngineFrame.close(Leg.CLIENT, code, reason));
    }

    private void end(EngineFrame close) {
        if (closed == null) {
            closed = close;
        }
        greeted();
        tell();
    }

    private void greeted() {
        List<Runnable> posts = List.copyOf(greeting);
        greeting.clear();
        posts.forEach(Runnable::run);
    }

    private void tell() {
        Runnable waits = listener;
        listener = null;
        if (waits != null) {
            waits.run();
        }
    }

    /** Whether there is something to answer to a page that has so many messages. */
    boolean ready(PollRequest poll) {
        while (!waiting.isEmpty() && firstWaiting < poll.wish().received() && heardOfBy(poll)) {
            bytes -= waiting.remove().payload().length;
            firstWaiting++;
        }
        if (socket != null && waiting.size() < MOST_MESSAGES / 2 && bytes < MOST_BYTES / 2) {
            socket.resume();
        }
        return !waiting.isEmpty() || closed != null || lost;
    }

    /** Runs once when there may be something to answer. A poll before it is answered with what is there. */
    void await(Runnable news) {
        tell();
        listener = news;
        keepAlive();
    }

    /** The poll has waited long enough. */
    void giveUp(Runnable news) {
        if (listener == news) {
            tell();
        }
    }

    /** Runs once it is known where the session stands, so that a page never takes a first answer for the last word. */
    void whenGreeted(Runnable then) {
        if (session.isEmpty() && closed == null) {
            greeting.add(then);
        } else {
            then.run();
        }
    }

    /** What the page is told after it has brought something: nothing but that it has arrived. */
    byte[] received(PollRequest poll) {
        return PollMessages.answer(word(poll), taken, List.of(), null);
    }

    /** Whether the page counts the messages of the session that began with the socket. */
    private boolean heardOfBy(PollRequest poll) {
        return session.equals("same") || request.wish().heardOfBy(poll.wish());
    }

    /** A new or a lost session is told until the page has heard of it; then it is the same. */
    private String word(PollRequest poll) {
        String now = session.isEmpty() || told && heardOfBy(poll) ? "same" : session;
        told |= !session.isEmpty();
        return now;
    }

    /** What the page is told now. */
    byte[] answer(PollRequest poll) {
        boolean last = closed != null;
        if (last) {
            relay.polls().remove(key, this);
        }
        return PollMessages.answer(word(poll), taken, List.copyOf(waiting), closed);
    }

    /** Sends what the page posts; what was taken before is left out. */
    void post(PollMessages.Posted posted) {
        keepAlive();
        List<EngineFrame> fresh = posted.messages()
                .subList((int) Math.clamp(taken + early.size() - posted.from(), 0, posted.messages().size()),
                        posted.messages().size());
        send(fresh);
        PollSocket open = socket;
        if (posted.close() != null && open != null) {
            open.send(posted.close());
        }
    }

    private void send(List<EngineFrame> messages) {
        PollSocket open = socket;
        if (open == null || session.isEmpty()) {
            early.addAll(messages.subList(0, Math.min(messages.size(), MOST_MESSAGES - early.size())));
            return;
        }
        for (EngineFrame message : messages) {
            open.send(message);
            taken++;
        }
    }

    /** A page that does not poll any more is gone: its socket is cut, and the engine waits for it as for any client. */
    private void keepAlive() {
        if (silence != null) {
            silence.cancel(false);
        }
        silence = loop.schedule(() -> {
            relay.polls().remove(key, this);
            if (socket != null) {
                socket.cut();
            }
        }, SILENCE.toNanos(), TimeUnit.NANOSECONDS);
    }
}
