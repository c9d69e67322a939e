package dev.socketscope.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.BufferBounds;
import dev.socketscope.engine.api.CloseInfo;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Connection.State;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.EngineConfig;
import dev.socketscope.engine.api.EngineInfo;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FilterException;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameRow;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.HeaderPolicy;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Payload;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.Route;
import dev.socketscope.engine.api.TunnelPolicy;
import dev.socketscope.engine.api.UpstreamTls;
import dev.socketscope.engine.control.ControlRig;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a window relies on, whatever stands between it and the engine. */
abstract class EngineContract {
    final ControlRig rig = new ControlRig();
    private @Nullable Engine made;

    /** The engine as this test's reader sees it. */
    abstract Engine reach(ControlRig target) throws Exception;

    @BeforeEach
    void reach() throws Exception {
        made = reach(rig);
    }

    @AfterEach
    void close() {
        engine().close();
        rig.close();
    }

    Engine engine() {
        return Objects.requireNonNull(made);
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable assertion) {
        await().atMost(Duration.ofSeconds(20)).untilAsserted(assertion);
    }

    private static void talk(WebSocket socket, int from, int to) {
        for (int i = from; i < to; i++) {
            socket.sendText("message " + i, true).join();
        }
    }

    /** All rows of a view, as a table gets them: asked for until they are here. */
    private static List<String> previews(FrameView view) {
        List<String> texts = new ArrayList<>();
        for (long row = view.firstRow(); row < view.endRow(); row++) {
            FrameRow found = view.row(row);
            texts.add(found == null ? "…" : found.frame().direction().wireName() + " " + found.preview());
        }
        return texts;
    }

    @Test
    void saysWhatItIs() {
        assertThat(engine().info()).isEqualTo(rig.engine.info());
    }

    @Test
    void otherRoutesAndLimitsAreSeenWithoutAskingAgain() {
        EngineConfig.Limits fewer = new EngineConfig.Limits(7, 7, 1 << 20, Duration.ofSeconds(3));
        rig.engine.reconfigure(new EngineConfig(InetSocketAddress.createUnresolved("unused", 0),
                rig.engine.info().capture(), fewer,
                List.of(Route.of("*", "/_hmr", "http://127.0.0.1:1"), Route.toEverything("http://127.0.0.1:2"))),
                "dev.yaml");
        eventually(() -> assertThat(engine().info()).isEqualTo(rig.engine.info()));
        assertThat(engine().info().limits()).isEqualTo(fewer);
        assertThat(engine().info().routes()).extracting(EngineInfo.RouteInfo::upstream)
                .containsExactly("http://127.0.0.1:1", "http://127.0.0.1:2");
        eventually(() -> assertThat(engine().events(0, 100).events())
                .hasAtLeastOneElementOfType(Event.Reconfigured.class));
    }

    @Test
    void routesAreReadAndReplacedWithAllTheirPolicies() throws Exception {
        assertThat(routes()).containsExactly(Route.toEverything(rig.sandbox.uri().toString()));
        WebSocket open = rig.open("/echo");
        Route full = new Route("*.localhost", "/_hmr", "https://127.0.0.1:{port}", Duration.ofMillis(1_500),
                Route.Compression.OFF, TunnelPolicy.PASSIVE.idleAfter(Duration.ofMillis(90_500))
                        .with(new Reconnect(Duration.ofMillis(20), Duration.ofSeconds(9), 1.5, 0.0005, 7))
                        .with(new BufferBounds(7, Duration.ofMinutes(3), 1_500)),
                HeaderPolicy.only(Set.of("cookie", "origin")), new UpstreamTls(false,
                        Optional.empty(), Optional.empty(), Optional.of("dev.example")));
        List<Route> next = List.of(full, Route.of("*", "/", rig.sandbox.uri().toString()));
        assertThat(submit(new Command.ReplaceRoutes(next))).isInstanceOf(Reply.Done.class);
        assertThat(routes()).isEqualTo(next);
        eventually(() -> assertThat(engine().info()).isEqualTo(rig.engine.info()));
        assertThat(engine().info().routes()).hasSize(2);
        assertThat(submit(new Command.ReplaceRoutes(List.of()))).isInstanceOf(Reply.Refused.class);
        Route wrong = Route.of("*", "/", "ftp://127.0.0.1:1");
        assertThat(submit(new Command.ReplaceRoutes(List.of(wrong)))).isInstanceOfSatisfying(Reply.Refused.class,
                r -> assertThat(r.reason()).contains("ftp://127.0.0.1:1"));
        assertThat(routes()).isEqualTo(next);
        talk(open, 0, 1);
        eventually(() -> assertThat(rig.engine.counters().framesCaptured()).isEqualTo(2));
    }

    private List<Route> routes() throws Exception {
        return engine().routes().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void connectionsAppearChangeAndEnd() {
        assertThat(engine().connections()).isEmpty();
        String first = rig.openConnection("/echo");
        String second = rig.openConnection("/ws/telemetry");
        eventually(() -> assertThat(engine().connections()).extracting(Connection::id, Connection::state)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(first, State.OPEN),
                        org.assertj.core.groups.Tuple.tuple(second, State.OPEN)));
        Connection there = engine().connection(first).orElseThrow();
        Connection original = rig.engine.connection(first).orElseThrow();
        assertThat(there.path()).isEqualTo("/echo");
        assertThat(there.openedAt()).isEqualTo(original.openedAt());
        assertThat(there.handshake().responseHeaders()).isEqualTo(original.handshake().responseHeaders());
        assertThat(there.handshake().steps()).isNotEmpty();
        assertThat(engine().connection("ws_none")).isEmpty();
        eventually(() -> assertThat(engine().counters().totalConnections()).isEqualTo(2));
    }

    @Test
    void aFrameViewFollowsWhatIsCaptured() throws Exception {
        WebSocket socket = rig.open("/echo");
        try (FrameView view = engine().frames(FrameQuery.ALL)) {
            talk(socket, 0, 10);
            eventually(() -> assertThat(previews(view)).hasSize(20)
                    .contains("to-upstream message 0", "to-client message 9"));
            talk(socket, 10, 20);
            eventually(() -> assertThat(previews(view)).hasSize(40).contains("to-client message 19"));
            eventually(() -> assertThat(view.row(39)).isNotNull()
                    .isEqualTo(rig.engine.frames(FrameQuery.ALL).row(39)));
            assertThat(view.row(40)).isNull();
            assertThat(view.rowAtOrAfter(7)).isEqualTo(7);
        }
    }

    @Test
    void aFilteredViewShowsWhatItsFilterSelects() throws Exception {
        WebSocket socket = rig.open("/echo");
        talk(socket, 0, 30);
        String other = rig.openConnection("/echo");
        await().until(() -> rig.engine.counters().framesCaptured() >= 60);
        try (FrameView view = engine().frames(new FrameQuery(Set.of(), "dir:up message"));
                FrameView none = engine().frames(new FrameQuery(Set.of(other), ""))) {
            eventually(() -> assertThat(previews(view)).hasSize(30)
                    .allMatch(text -> text.startsWith("to-upstream message ")));
            eventually(() -> assertThat(view.pending()).isZero());
            long seq = Objects.requireNonNull(view.row(17)).frame().seq();
            eventually(() -> assertThat(view.rowAtOrAfter(seq)).isEqualTo(17));
            eventually(() -> assertThat(view.rowAtOrAfter(1_000_000)).isEqualTo(30));
            eventually(() -> assertThat(none.pending()).isZero());
            assertThat(none.endRow()).isZero();
            talk(socket, 30, 31);
            eventually(() -> assertThat(previews(view)).hasSize(31).endsWith("to-upstream message 30"));
        }
    }

    @Test
    void aFilterThatCannotBeUnderstoodIsRefusedAtOnce() {
        assertThatThrownBy(() -> engine().frames(new FrameQuery(Set.of(), "size>>3")))
                .isInstanceOf(FilterException.class);
    }

    @Test
    void everyRowOfALargeViewCanBeReached() throws Exception {
        WebSocket socket = rig.open("/echo");
        for (int i = 0; i < 1_500; i += 50) {
            talk(socket, i, i + 50);
            long echoed = 2L * (i + 50);
            await().until(() -> rig.engine.counters().framesCaptured() == echoed);
        }
        try (FrameView view = engine().frames(FrameQuery.ALL)) {
            eventually(() -> assertThat(previews(view)).hasSize(3_000).doesNotContain("…"));
        }
    }

    @Test
    void payloadsAreTheBytesThatWereSent() throws Exception {
        WebSocket socket = rig.open("/echo");
        byte[] bytes = new byte[3_000];
        new java.util.Random(7).nextBytes(bytes);
        socket.sendBinary(ByteBuffer.wrap(bytes), true).join();
        socket.sendText("half ", false).join();
        socket.sendText("and half é😀", true).join();
        await().until(() -> rig.engine.counters().framesCaptured() >= 5);
        assertThat(payload(engine().framePayload(0)).bytes()).isEqualTo(bytes);
        long seq = 0;
        try (FrameView view = rig.engine.frames(new FrameQuery(Set.of(), "dir:up op:text"))) {
            await().until(() -> view.endRow() > 0 && view.pending() == 0);
            seq = Objects.requireNonNull(view.row(0)).frame().seq();
        }
        Payload whole = payload(engine().message(seq));
        Payload local = payload(rig.engine.message(seq));
        assertThat(whole.bytes()).asString(StandardCharsets.UTF_8).isEqualTo("half and half é😀");
        assertThat(whole).usingRecursiveComparison().isEqualTo(local);
        assertThat(engine().framePayload(99_999).toCompletableFuture().get(10, TimeUnit.SECONDS)).isEmpty();
    }

    private static Payload payload(CompletionStage<java.util.Optional<Payload>> stage) throws Exception {
        return stage.toCompletableFuture().get(10, TimeUnit.SECONDS).orElseThrow();
    }

    @Test
    void aCommandCutsARealSocket() throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        URI uri = URI.create("ws://" + rig.engine.info().listen() + "/echo");
        rig.http.newWebSocketBuilder().buildAsync(uri, new WebSocket.Listener() {
            @Override
            public @Nullable CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
                closed.complete(code + " " + reason);
                return null;
            }
        }).join();
        eventually(() -> assertThat(engine().connections()).extracting(Connection::state).containsExactly(State.OPEN));
        String id = engine().connections().getFirst().id();
        Reply reply = submit(new Command.EndConnection(id, Command.Legs.BOTH, Command.Mode.CLOSE, 4001, "so & so?"));
        assertThat(reply).isInstanceOf(Reply.Done.class);
        assertThat(closed.get(10, TimeUnit.SECONDS)).isEqualTo("4001 so & so?");
        eventually(() -> assertThat(engine().connection(id).orElseThrow().state()).isEqualTo(State.CLOSED));
        assertThat(Objects.requireNonNull(engine().connection(id).orElseThrow().close()).by())
                .isEqualTo(CloseInfo.By.ENGINE);
        assertThat(submit(new Command.EndConnection(id, Command.Legs.BOTH, Command.Mode.RST, 0, "")))
                .isInstanceOf(Reply.Refused.class);
        assertThat(submit(new Command.EndConnection("ws_none", Command.Legs.BOTH, Command.Mode.FIN, 0, "")))
                .isInstanceOf(Reply.Refused.class);
        assertThat(submit(new Command.EndConnection(id, Command.Legs.BOTH, Command.Mode.CLOSE, 1006, "")))
                .isInstanceOfSatisfying(Reply.Refused.class, r -> assertThat(r.reason()).contains("1006"));
    }

    private Reply submit(Command command) throws Exception {
        return engine().submit(command).toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    @Test
    void eventsComeInOrderFromACursorOn() {
        String id = rig.openConnection("/echo");
        eventually(() -> assertThat(engine().events(0, 100).events()).hasSize(3));
        EventPage first = engine().events(0, 2);
        assertThat(first.events()).extracting(Event::seq).containsExactly(0L, 1L);
        assertThat(first.next()).isEqualTo(2);
        assertThat(first.missed()).isZero();
        EventPage second = engine().events(first.next(), 100);
        assertThat(second.events()).hasOnlyElementsOfType(Event.ConnectionOpened.class)
                .extracting(Event::connection)
                .containsExactly(id);
        assertThat(engine().events(second.next(), 100).events()).isEmpty();
        assertThat(engine().events(second.next(), 100).next()).isEqualTo(second.next());
        assertThat(engine().events(0, 100).events()).isEqualTo(rig.engine.events(0, 100).events());
    }

    @Test
    void clearingTheCaptureLeavesCountersAndConnections() throws Exception {
        WebSocket socket = rig.open("/echo");
        talk(socket, 0, 5);
        await().until(() -> rig.engine.counters().framesCaptured() == 10);
        try (FrameView view = engine().frames(FrameQuery.ALL)) {
            eventually(() -> assertThat(view.endRow()).isEqualTo(10));
            assertThat(submit(new Command.ClearCapture())).isInstanceOf(Reply.Done.class);
            eventually(() -> assertThat(view.firstRow()).isEqualTo(view.endRow()));
            assertThat(view.endRow()).isEqualTo(10);
        }
        eventually(() -> assertThat(engine().counters().toUpstream().frames()).isEqualTo(5));
    }

    @Test
    void aMessageIsHeldReadEditedAndItsBreakpointCleared() throws Exception {
        BlockingQueue<String> echoed = new LinkedBlockingQueue<>();
        WebSocket socket = rig.open("/echo", echoed);
        Breakpoint breakpoint = Breakpoint.on(FaultMatch.ANY.going(Direction.TO_UPSTREAM).saying("hold"))
                .called("look");
        String id = armed(submit(new Command.SetBreakpoint(breakpoint)));
        eventually(() -> assertThat(engine().breakpoints()).singleElement()
                .extracting(BreakpointStatus::breakpoint)
                .isEqualTo(breakpoint));
        socket.sendText("hold é", true).join();
        socket.sendText("behind", true).join();
        eventually(() -> assertThat(engine().heldMessages()).isEqualTo(rig.engine.heldMessages()).hasSize(1));
        HeldMessage held = engine().heldMessages().getFirst();
        assertThat(held.preview()).isEqualTo("hold é");
        assertThat(engine().heldContent(held.id()).toCompletableFuture().get(10, TimeUnit.SECONDS).orElseThrow())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("hold é");
        assertThat(engine().heldContent("held_99").toCompletableFuture().get(10, TimeUnit.SECONDS)).isEmpty();
        Release edited = new Release.Edited(Opcode.TEXT, "edited".getBytes(StandardCharsets.UTF_8));
        assertThat(submit(new Command.ReleaseHeld(held.id(), edited))).isInstanceOf(Reply.Done.class);
        assertThat(echoed.poll(10, TimeUnit.SECONDS)).isEqualTo("edited");
        assertThat(echoed.poll(10, TimeUnit.SECONDS)).isEqualTo("behind");
        assertThat(submit(new Command.ReleaseHeld(held.id(), edited))).isInstanceOf(Reply.Refused.class);
        assertThat(submit(new Command.ClearBreakpoint(id))).isInstanceOf(Reply.Done.class);
        eventually(() -> assertThat(engine().breakpoints()).isEmpty());
        assertThat(submit(new Command.ClearBreakpoint(id))).isInstanceOf(Reply.Refused.class);
        eventually(
                () -> assertThat(engine().events(0, 100).events()).hasAtLeastOneElementOfType(Event.MessageHeld.class)
                        .hasAtLeastOneElementOfType(Event.BreakpointCleared.class));
    }

    @Test
    void capturedMessagesAreReplayedIntoAnotherConnection() throws Exception {
        WebSocket first = rig.open("/echo");
        talk(first, 0, 3);
        await().until(() -> rig.engine.counters().framesCaptured() == 6);
        String source = rig.engine.connections().getFirst().id();
        BlockingQueue<String> echoed = new LinkedBlockingQueue<>();
        rig.open("/echo", echoed);
        eventually(() -> assertThat(engine().connections()).hasSize(2));
        String target = engine().connections().getLast().id();
        ReplayPlan plan = ReplayPlan.of(new ReplayPlan.Selection.Range(source, 0, 5, Direction.TO_UPSTREAM)).at(100);
        String id = armed(submit(new Command.StartReplay(target, plan)));
        for (int i = 0; i < 3; i++) {
            assertThat(echoed.poll(10, TimeUnit.SECONDS)).isEqualTo("message " + i);
        }
        eventually(() -> assertThat(engine().replays()).singleElement()
                .satisfies(replay -> assertThat(replay).isEqualTo(rig.engine.replays().getFirst())
                        .extracting(ReplayStatus::id, ReplayStatus::state, ReplayStatus::sent)
                        .containsExactly(id, ReplayStatus.State.DONE, 3)));
        assertThat(submit(new Command.CancelReplay(id))).isInstanceOf(Reply.Refused.class);
        ReplayPlan gone = ReplayPlan.of(new ReplayPlan.Selection.Frames(List.of(99_999L)));
        assertThat(submit(new Command.StartReplay(target, gone))).isInstanceOfSatisfying(Reply.Refused.class,
                r -> assertThat(r.reason()).contains("Frame 99999"));
        assertThat(submit(new Command.StartReplay("ws_none", plan))).isInstanceOf(Reply.Refused.class);
    }

    private static String armed(Reply reply) {
        assertThat(reply).isInstanceOf(Reply.Armed.class);
        return ((Reply.Armed) reply).id();
    }
}
