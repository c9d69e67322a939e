package dev.socketscope.engine.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.socketscope.engine.api.ArmedFault;
import dev.socketscope.engine.api.Breakpoint;
import dev.socketscope.engine.api.BreakpointStatus;
import dev.socketscope.engine.api.Command;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Event;
import dev.socketscope.engine.api.EventPage;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultStatus;
import dev.socketscope.engine.api.FrameQuery;
import dev.socketscope.engine.api.FrameView;
import dev.socketscope.engine.api.HeldMessage;
import dev.socketscope.engine.api.HmrStatus;
import dev.socketscope.engine.api.Leg;
import dev.socketscope.engine.api.MessageFault;
import dev.socketscope.engine.api.Opcode;
import dev.socketscope.engine.api.Reconnect;
import dev.socketscope.engine.api.Release;
import dev.socketscope.engine.api.ReplayPlan;
import dev.socketscope.engine.api.ReplayPlan.Selection;
import dev.socketscope.engine.api.ReplayStatus;
import dev.socketscope.engine.api.Reply;
import dev.socketscope.engine.api.RttPage;
import dev.socketscope.engine.api.ServiceLevel;
import dev.socketscope.engine.control.ControlConfig;
import dev.socketscope.engine.control.ControlRig;
import dev.socketscope.engine.control.ControlServer;
import dev.socketscope.engine.control.ControlToken;
import dev.socketscope.engine.control.Reload;
import dev.socketscope.engine.control.StagedEngine;
import dev.socketscope.engine.wire.EventPageJson;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The link's losses, and what an engine tells that holds, reloads and disturbs. */
class LinkTest {
    private static final Instant THEN = Instant.parse("2026-01-31T12:00:00Z");
    private final StagedEngine[] made = new StagedEngine[1];
    private final ControlRig rig = new ControlRig(engine -> made[0] = new StagedEngine(engine));
    private final StagedEngine staged = Objects.requireNonNull(made[0]);

    @AfterEach
    void close() {
        rig.close();
    }

    private static ConditionFactory soon() {
        return await().atMost(Duration.ofSeconds(20));
    }

    private RemoteEngine connect() throws Exception {
        RemoteEngine engine = RemoteEngine.connect(rig.uri(), ControlRig.TOKEN);
        soon().until(() -> engine.link().state() == LinkStatus.State.STREAMING);
        return engine;
    }

    @Test
    void aWrongTokenAndASilentPortSayWhatIsTheMatter() {
        assertThatThrownBy(() -> RemoteEngine.connect(rig.uri(), "another-token-0000"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("answered 401: The token is not this server's.")
                .hasMessageNotContaining("another-token-0000");
        URI target = rig.uri();
        rig.server.close();
        assertThatThrownBy(() -> RemoteEngine.connect(target, ControlRig.TOKEN)).isInstanceOf(IOException.class)
                .hasMessage("nobody listens at " + target.getAuthority());
    }

    @Test
    void whoIsNoControlPortIsToldFromOneThatRefuses() {
        assertThatThrownBy(() -> RemoteEngine.connect(rig.sandbox.uri(), ControlRig.TOKEN)).hasMessage(
                "answered 404, as no control port does; an engine prints at its start where its own is");
        assertThatThrownBy(() -> RemoteEngine.connect(URI.create("http://nowhere.invalid:9001"), ControlRig.TOKEN))
                .hasMessage("there is no host nowhere.invalid");
    }

    @Test
    void aLostLinkSaysSoKeepsWhatItKnewAndGoesOnWhereItWas() throws Exception {
        InetSocketAddress address = rig.server.address();
        try (RemoteEngine engine = connect(); FrameView view = engine.frames(FrameQuery.ALL)) {
            rig.openConnection("/echo");
            soon().until(() -> engine.connections().size() == 1 && engine.events(0, 100).events().size() == 3);
            rig.server.close();
            soon().until(() -> engine.link().state() == LinkStatus.State.AWAY);
            assertThat(engine.link().detail()).isNotEmpty();
            assertThat(engine.connections()).hasSize(1);
            Reply reply = engine.submit(new Command.DisarmAll()).toCompletableFuture().get(10, TimeUnit.SECONDS);
            assertThat(reply).isInstanceOfSatisfying(Reply.Refused.class,
                    r -> assertThat(r.reason()).startsWith("The engine cannot be reached"));
            rig.open("/echo").sendText("while nobody looked", true).join();
            try (ControlServer again = ControlServer.start(
                    new ControlConfig(address, ControlToken.of(ControlRig.TOKEN)), staged, _ -> "", Reload.NO_FILE)) {
                soon().until(() -> engine.link().state() == LinkStatus.State.STREAMING);
                soon().untilAsserted(() -> assertThat(engine.events(0, 100).events())
                        .isEqualTo(rig.engine.events(0, 100).events())
                        .hasSize(5));
                soon().until(() -> engine.connections().size() == 2);
                soon().until(() -> view.endRow() == 2 && view.row(1) != null);
                assertThat(engine.link().missedEvents()).isZero();
            }
        }
    }

    @Test
    void anotherEngineAtTheSameAddressIsToldFromItsBeginning() throws Exception {
        InetSocketAddress address = rig.server.address();
        try (RemoteEngine engine = connect(); ControlRig other = new ControlRig()) {
            rig.openConnection("/echo");
            soon().until(() -> engine.events(0, 100).events().size() == 3);
            rig.server.close();
            try (ControlServer again = ControlServer.start(
                    new ControlConfig(address, ControlToken.of(ControlRig.TOKEN)), other.engine, _ -> "",
                    Reload.NO_FILE)) {
                soon().untilAsserted(() -> assertThat(engine.info()).isEqualTo(other.engine.info()));
                soon().untilAsserted(() -> assertThat(engine.events(0, 100).events()).hasSize(1)
                        .isEqualTo(other.engine.events(0, 100).events()));
                soon().until(() -> engine.connections().isEmpty());
                assertThat(again.address()).isEqualTo(address);
            }
        }
    }

    @Test
    void whatCannotBeUnderstoodIsToldAndTheLinkComesBack() throws Exception {
        try (NoWebSockets proxy = new NoWebSockets(rig.uri());
                RemoteEngine engine = RemoteEngine.connect(proxy.uri(), ControlRig.TOKEN)) {
            soon().until(() -> engine.link().state() == LinkStatus.State.POLLING);
            proxy.polled = "{\"session\":\"x\",\"messages\":[{\"type\":\"rtt\",\"connection\":\"ws_1\",\"leg\":\"middle\"}]}";
            soon().until(() -> engine.link().state() == LinkStatus.State.AWAY
                    && engine.link().detail().startsWith("cannot be understood"));
            proxy.polled = null;
            rig.openConnection("/echo");
            soon().until(() -> engine.connections().size() == 1);
        }
    }

    @Test
    void theLinkMeasuresItsLag() throws Exception {
        try (RemoteEngine engine = connect()) {
            soon().untilAsserted(() -> assertThat(engine.link().lag()).isNotNull()
                    .isBetween(Duration.ofNanos(1), Duration.ofSeconds(5)));
        }
    }

    @Test
    void eventsThatTheEngineHasDroppedBeforeTheLinkCameAreCounted() {
        EventMirror mirror = new EventMirror();
        Event late = new Event.EngineStarted(7, THEN, "a");
        mirror.add(EventPageJson
                .of(new EventPage(7, List.of(late), 8)));
        assertThat(mirror.missed()).isEqualTo(7);
        assertThat(mirror.read(0, 10).missed()).isEqualTo(7);
        assertThat(mirror.read(0, 10).events()).containsExactly(late);
        assertThat(mirror.read(8, 10).missed()).isZero();
        assertThat(mirror.read(99, 10).next()).as("a cursor from another run").isEqualTo(8);
    }

    @Test
    void levelsFaultsAndHotReloadingArriveAsTheEngineTellsThem() throws Exception {
        staged.levels = List.of(new ServiceLevel(ServiceLevel.Kind.PING_PONG, 97, 100, true),
                new ServiceLevel(ServiceLevel.Kind.MESSAGE_LATENCY, Double.NaN, 0, false));
        staged.faults = List
                .of(new FaultStatus(new ArmedFault("flt_9", Fault.of(new MessageFault.Drop()), THEN), 3, THEN, null));
        staged.hmr = List.of(new HmrStatus("ws_1", "vite",
                List.of(new HmrStatus.Waiting("js-update", "/a.js", 2, THEN, THEN.plusSeconds(60))), true,
                List.of(new HmrStatus.Change(THEN, "css-update", "/a.css", Duration.ofMillis(12),
                        HmrStatus.Outcome.APPLIED)),
                new HmrStatus.BuildError(THEN, "Unexpected token", "/a.js", 3, 7, "frame", "stack")));
        try (RemoteEngine engine = connect()) {
            soon().untilAsserted(() -> {
                assertThat(engine.serviceLevels()).isEqualTo(staged.levels);
                assertThat(engine.faults()).isEqualTo(staged.faults);
                assertThat(engine.hmr()).isEqualTo(staged.hmr);
            });
        }
    }

    @Test
    void roundTripsComeOnceTheyAreAskedFor() throws Exception {
        staged.samples = List.of(new RttPage.Sample(1_000, 250), new RttPage.Sample(2_000, RttPage.Sample.NO_PONG));
        try (RemoteEngine engine = connect()) {
            soon().untilAsserted(() -> assertThat(engine.rtt("ws_1", Leg.CLIENT, 0).samples())
                    .isEqualTo(staged.samples));
            assertThat(engine.rtt("ws_1", Leg.CLIENT, 1).samples()).hasSize(1);
            assertThat(engine.rtt("ws_1", Leg.UPSTREAM, 0).samples()).isEmpty();
        }
    }

    @Test
    void everyCommandReachesTheEngineAsItWas() throws Exception {
        String id = rig.openConnection("/echo");
        staged.answers = c -> isArming(c) ? new Reply.Armed("flt_1", List.of("It may hurt."))
                : new Reply.Done("Done.");
        staged.breakpoints = List.of(new BreakpointStatus("brk_1", Breakpoint.on(FaultMatch.ANY), THEN, 1, 1));
        staged.held = List.of(new HeldMessage("held_1", "brk_1", id, Direction.TO_CLIENT, Opcode.TEXT, 2, THEN, THEN,
                "hi"));
        staged.replays = List.of(new ReplayStatus("rpl_1", id, 2, 1, 9, THEN, ReplayStatus.State.RUNNING, ""));
        staged.faults = List
                .of(new FaultStatus(new ArmedFault("flt_1", Fault.of(new MessageFault.Drop()), THEN), 0, null, null));
        staged.hmr = List.of(new HmrStatus(id, "vite", List.of(), false, List.of(), null));
        List<Command> commands = List.of(
                new Command.EndConnection(id, Command.Legs.CLIENT, Command.Mode.CLOSE, 4000, "é & ?"),
                new Command.ClearCapture(), new Command.RetryNow(id), new Command.GiveUp(id),
                new Command.ChangeSchedule(id,
                        new Reconnect(Duration.ofMillis(1_500), Duration.ofMinutes(1), 1.5, 0.1, 7)),
                new Command.FlushHmr(id), new Command.DropHmr(id),
                new Command.ArmFault(Fault.of(new MessageFault.Truncate(3)).called("short")),
                new Command.DisarmFault("flt_1"), new Command.DisarmAll(),
                new Command.SetBreakpoint(Breakpoint.on(FaultMatch.ANY.onPath("/echo").saying("x"))
                        .holding(Duration.ofMillis(1_500))
                        .times(3)
                        .called("look")),
                new Command.ClearBreakpoint("brk_1"), new Command.ClearBreakpoints(),
                new Command.ReleaseHeld("held_1", new Release.Forward()),
                new Command.ReleaseHeld("held_1", new Release.Drop()),
                new Command.StartReplay(id, ReplayPlan.of(new Selection.Frames(List.of(3L, 1L))).at(2.5)),
                new Command.StartReplay(id,
                        ReplayPlan.of(new Selection.Range("ws_2", 4, 9, Direction.TO_CLIENT)).withoutGaps()),
                new Command.CancelReplay("rpl_1"), new Command.CancelReplays());
        try (RemoteEngine engine = connect()) {
            for (Command command : commands) {
                Reply reply = engine.submit(command).toCompletableFuture().get(10, TimeUnit.SECONDS);
                assertThat(reply).isEqualTo(isArming(command)
                        ? new Reply.Armed("flt_1", List.of("It may hurt."))
                        : new Reply.Done("Done."));
            }
            assertThat(staged.commands).isEqualTo(commands);
        }
    }

    private static boolean isArming(Command command) {
        return command instanceof Command.ArmFault || command instanceof Command.SetBreakpoint
                || command instanceof Command.StartReplay;
    }
}
