package dev.socketscope.app.composer;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Dialer;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.api.HeldMessage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The composer. It shows the newest state also while the window is paused, because what is held waits all the same. */
public final class ComposerPanel implements AutoCloseable {
    static final String HOLD = "hold";
    static final String SEND = "send";
    private static final String CONNECT = "connect";

    private final Live live;
    private final Undoing undoing;
    private final Supplier<Node> owner;
    private final Runnable open;
    private final BreakpointsModel breakpoints;
    private final HeldModel held;
    private final HeldAlarm alarm = new HeldAlarm();
    private final SendModel send;
    private final ReplayModel replay;
    private final Lazy<HoldPage> hold;
    private final Lazy<SendPage> sending;
    private final Conversations conversations;
    private final Lazy<ConnectPage> connecting;
    private final Tabs tabs;
    private final Demonstration demonstration;
    private final PanelSlot slot;

    /**
     * @param dialer opens WebSockets of a person's own
     * @param owner stands in the window that gets the word that something waits, also before the panel has been opened
     * @param open brings the panel to the front
     */
    public ComposerPanel(Live live, Appearance appearance, Memory memory, Dialer dialer, Undoing undoing,
            Supplier<Node> owner, Runnable open) {
        this.undoing = undoing;
        this.live = live;
        this.owner = owner;
        this.open = open;
        breakpoints = new BreakpointsModel(live::submit);
        held = new HeldModel(live::submit, (id, answered) -> live.deliver(live.engine().heldContent(id),
                (content, failure) -> answered.accept(content == null ? Optional.empty() : content)));
        hold = new Lazy<>(() -> new HoldPage(breakpoints, held, appearance, memory,
                () -> Targets.of(live.engine().info(), connections()), this::path, undoing));
        send = new SendModel(live::submit, new Letters(memory));
        replay = new ReplayModel(live::submit);
        conversations = new Conversations(dialer, live::wake, memory);
        demonstration = new Demonstration(breakpoints, held, send, replay, new DemoTalk(conversations));
        sending = new Lazy<>(() -> new SendPage(send, replay, appearance, memory,
                () -> Targets.ofConnections(connections()), this::path, undoing));
        connecting = new Lazy<>(() -> new ConnectPage(conversations,
                () -> EngineAddresses.of(live.engine().info(), connections()), appearance, memory, undoing));
        SequencedMap<String, Supplier<Node>> pages = new LinkedHashMap<>();
        pages.put(HOLD, () -> followed(hold.get().node()));
        pages.put(SEND, () -> followed(sending.get().node()));
        pages.put(CONNECT, () -> connecting.get().node());
        tabs = new Tabs(memory, pages);
        slot = new PanelSlot("composer", Strings.of("composer.title"), Feather.EDIT_3, this::node,
                held.queue().map(queue -> queue.isEmpty() ? "" : Units.count(queue.size())));
        live.everyFrame(this::hear);
        live.latest().subscribe(this::follow);
    }

    private Node node() {
        HBox header = new HBox(Sections.panel("composer.title"), tabs.buttons());
        header.getStyleClass().add("panel-header");
        header.setAlignment(Pos.CENTER_LEFT);
        StackPane pages = tabs.pages();
        VBox node = new VBox(header, pages);
        VBox.setVgrow(pages, Priority.ALWAYS);
        node.getStyleClass().addAll("panel", "composer");
        return node;
    }

    private Node followed(Node page) {
        Sight.whenShown(page, () -> follow(live.latest().get()));
        return page;
    }

    public PanelSlot slot() {
        return slot;
    }

    public List<Action> actions() {
        return new ComposerActions(this::openPage, this::another, this::clearBreakpoints,
                () -> !breakpoints.isEmpty()).all();
    }

    private void openPage(String id) {
        tabs.open(id);
        open.run();
    }

    private void another() {
        open(Favourite.unnamed(SocketPlan.to("ws://")));
        openPage(CONNECT);
    }

    private void open(Favourite favourite) {
        if (conversations.open(favourite).isEmpty()) {
            Notice.show(owner.get(), Strings.of("composer.favourites.not"),
                    Strings.of("composer.connect.many", Units.count(Conversations.MOST)));
        }
    }

    private void clearBreakpoints() {
        undoing.done(owner.get(), Strings.of("undo.breakpoints"), breakpoints.clearAll());
    }

    /** @param id {@code hold}, {@code send} or {@code connect}; anything else changes nothing */
    public void openTab(String id) {
        tabs.open(id);
    }

    /** Holds, sends and replays something of the demo's connections, or ends that again; whether that is still under way. */
    public boolean demonstrate(boolean wanted) {
        return demonstration.change(wanted, live.latest().get());
    }

    /** Prepares to send something into a connection. */
    public void sendInto(String connection) {
        send.target().set(FaultMatch.ANY.onConnection(connection));
        tabs.open(SEND);
    }

    /** Prepares to open a WebSocket as a connection's client has done, with the same headers. */
    public void openAs(String connection) {
        live.engine().connection(connection).ifPresent(its -> {
            String query = its.query() == null ? "" : "?" + its.query();
            SocketPlan plan = SocketPlan.as("ws://" + its.host() + its.path() + query,
                    its.handshake().requestHeaders());
            open(Favourite.unnamed(plan));
        });
        tabs.open(CONNECT);
    }

    /** Ends the WebSockets of a person's own. */
    @Override
    public void close() {
        conversations.closeAll();
    }

    private boolean hear() {
        boolean heard = conversations.drain();
        if (heard) {
            connecting.made().ifPresent(ConnectPage::refresh);
        }
        return heard;
    }

    /** Prepares to replay everything that the peers of a connection have sent. */
    public void replay(String connection) {
        replay.choose(connection, into(connection));
        tabs.open(SEND);
    }

    /**
     * Prepares to replay the messages that some frames belong to.
     *
     * @param frames text or binary, one or more
     */
    public void replay(List<Frame> frames) {
        replay.choose(frames.stream().map(Frame::messageSeq).distinct().toList(),
                into(frames.getFirst().connection()));
        tabs.open(SEND);
    }

    /** The connection itself while it lives. */
    private FaultMatch into(String connection) {
        boolean live = connections().stream().anyMatch(one -> one.id().equals(connection) && one.live());
        return live ? FaultMatch.ANY.onConnection(connection) : FaultMatch.ANY;
    }

    private void follow(LiveState state) {
        breakpoints.follow(state.readings().interception());
        held.follow(state);
        Optional<HoldPage> seen = hold.made().filter(page -> Sight.isShown(page.node()));
        seen.ifPresent(page -> page.show(state));
        sending.made().filter(page -> Sight.isShown(page.node())).ifPresent(page -> page.show(state));
        List<HeldMessage> queue = held.queue().get();
        if (alarm.due(queue.size(), seen.isPresent())) {
            HeldMessage first = queue.getFirst();
            Notice.show(owner.get(), Strings.of("composer.alarm"), Strings.of("composer.alarm.text",
                    path(first.connection()),
                    Units.span(Duration.between(first.heldAt(), first.expiresAt()).plusMillis(999))),
                    this::showHeld);
        }
    }

    private void showHeld() {
        openPage(HOLD);
    }

    private List<Connection> connections() {
        return live.latest().get().connections().stream().map(LiveConnection::connection).toList();
    }

    private String path(String connection) {
        return live.engine().connection(connection).map(Connection::path).orElse(connection);
    }
}
