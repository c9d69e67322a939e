package dev.socketscope.app;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Actions;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.composer.ComposerPanel;
import dev.socketscope.app.connections.ConnectionWishes;
import dev.socketscope.app.connections.ConnectionsPanel;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.FilePicker;
import dev.socketscope.app.controls.Lazy;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.SaveDialog;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.conversation.ConversationTab;
import dev.socketscope.app.events.EventsPanel;
import dev.socketscope.app.export.TrafficExport;
import dev.socketscope.app.faults.FaultsPanel;
import dev.socketscope.app.handshake.HandshakeTab;
import dev.socketscope.app.handshake.UpgradeCard;
import dev.socketscope.app.hmr.HmrPanel;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Formats;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.Metrics;
import dev.socketscope.app.live.Search;
import dev.socketscope.app.live.Selection;
import dev.socketscope.app.log.LogPanel;
import dev.socketscope.app.metrics.MetricsPanel;
import dev.socketscope.app.overview.OverviewPanel;
import dev.socketscope.app.playback.PlaybackBar;
import dev.socketscope.app.rtt.RttPanel;
import dev.socketscope.app.scenarios.ScenariosPanel;
import dev.socketscope.app.settings.SettingsPanel;
import dev.socketscope.app.shell.Shell;
import dev.socketscope.app.timeline.TimelinePanel;
import dev.socketscope.engine.api.Connection;
import dev.socketscope.engine.api.Engine;
import dev.socketscope.engine.api.Frame;
import dev.socketscope.engine.client.WebSocketDialer;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.SplitPane;

/**
 * Builds the window's parts and hands each of them what it needs. JavaFX thread only.
 *
 * <pre>
 *   Engine ─► Live ─► Selection ─► connections ─┐
 *               │        └───────► frames ──────┤ tabs and panels ─► Shell ─► Scene
 *   Search ─────┴────────────────► events ──────┘
 * </pre>
 */
public final class Wiring implements AutoCloseable {
    private final Live live;
    private final Memory memory;
    private final Appearance appearance;
    private final Search search;
    private final Selection selection;
    private final ConnectionsPanel connections;
    private final FaultsPanel faults;
    private final ScenariosPanel scenarios;
    private final PanelSlot events;
    private final Metrics metrics;
    private final MetricsPanel metricsPanel;
    private final Lazy<LogPanel> log;
    private final ComposerPanel composer;
    private final Lazy<FramesMount> chosenFrames;
    private final Lazy<FramesMount> allFrames;
    private final Actions actions = new Actions();
    private final Undoing undoing = new Undoing();
    private final ConversationTab conversation;
    private final SettingsPanel settings;
    private final Optional<PlaybackBar> playback;
    private final TrafficExport export;
    private final Shell shell;
    private final Scene scene;

    /**
     * About the engine that is shown at this moment.
     *
     * @param browse opens a URL outside of the window
     */
    public Wiring(Engines engines, Memory memory, Search.Compiler compiler, ScenarioPlace place,
            Consumer<String> browse) {
        this(engines, memory, compiler, place, browse, owner -> new SaveDialog(owner, memory));
    }

    /** @param recordings asks for the file of a recording over the window of a node */
    Wiring(Engines engines, Memory memory, Search.Compiler compiler, ScenarioPlace place,
            Consumer<String> browse, Function<Node, FilePicker> recordings) {
        this.memory = memory;
        Engine engine = engines.shown().get().engine();
        live = new Live(engine, engines.shown().get().away());
        search = new Search(compiler);
        selection = new Selection(live);
        appearance = new Appearance(memory);
        export = new TrafficExport(live, this::root, name -> new SaveDialog(root(), memory).ask(name));
        var formats = new Formats(engine::connection, memory);
        var chosenBadge = new SimpleStringProperty("");
        chosenFrames = new Lazy<>(() -> {
            FramesMount frames = connected(
                    FramesMount.ofChosen(live, formats, search, selection, appearance, memory, export));
            chosenBadge.bind(frames.badge());
            return frames;
        });
        allFrames = new Lazy<>(() -> connected(FramesMount.ofAll(live, formats, search, appearance, memory, export)));
        conversation = new ConversationTab(live, selection, new WebSocketDialer(), new Mocks());
        List<TabSlot> tabs = List.of(FramesMount.tab(chosenFrames, chosenBadge), HandshakeTab.create(selection),
                HmrPanel.tab(live, selection, appearance),
                EventsPanel.tab(live, selection, appearance), RttPanel.tab(live, selection, memory, this::showMoment),
                conversation.slot());
        connections = new ConnectionsPanel(live, search, selection, appearance, memory, tabs, beside(),
                new ConnectionWishes(this::breakConnection, this::sendInto, this::replayConnection, this::openAs,
                        this::holdAgain, export, this::showConnections));
        faults = new FaultsPanel(live, appearance, memory, undoing, this::showConnection);
        scenarios = new ScenariosPanel(live, appearance, memory, place.metrics(), place.folder(),
                place.dialogs(memory), this::showConnection, this::showScenarios);
        events = EventsPanel.panel(live, selection, appearance, this::showConnection);
        metrics = new Metrics(new EngineMetrics(place.metrics()), Clock.systemUTC(), live::rests);
        metrics.every(Duration.ofSeconds(1));
        metricsPanel = new MetricsPanel(metrics, appearance, memory);
        log = new Lazy<>(() -> new LogPanel(live, appearance));
        composer = new ComposerPanel(live, appearance, memory, new WebSocketDialer(), undoing, this::root,
                this::showComposer);
        PanelSlot overview = OverviewPanel.panel(live, selection,
                () -> List.of(
                        List.of(UpgradeCard.create(selection), HmrPanel.card(live, appearance, this::showConnection)),
                        List.of(EventsPanel.card(live, appearance, this::showConnection, this::showEvents))),
                this::showFaults);
        List<PanelSlot> panels = List.of(overview, connections.slot(), FramesMount.panel(allFrames),
                HmrPanel.panel(live, appearance, this::showConnection),
                RttPanel.panel(live, selection, memory, this::showMoment, appearance.rowHeight()),
                TimelinePanel.panel(live, selection, this::showMoment), faults.slot(), scenarios.slot(),
                composer.slot(), events,
                metricsPanel.slot(), LogPanel.slot(log));
        settings = new SettingsPanel(live, engines, appearance, memory, undoing,
                engines.shown().get().control().isEmpty() ? Optional.of(new LocalKeys()) : Optional.empty(),
                this::showSettings);
        shell = new Shell(live, engines, search, appearance, memory, panels, settings.slot(),
                actions, undoing, browse, recordings);
        search.onReplaced((now, back) -> undoing.done(shell.root(),
                Strings.of(now.isEmpty() ? "undo.search.cleared" : "undo.search.replaced"), back));
        register();
        playback = live.playable().map(recording -> new PlaybackBar(live, recording));
        playback.ifPresent(bar -> {
            shell.addBar(bar.node());
            actions.add(bar.actions());
        });
        // With a size of its own it never takes the one that its content would like best, which may be larger than its stage.
        scene = new Scene(shell.root(), Shot.WIDTH, Shot.HEIGHT);
        appearance.dress(scene);
    }

    /** After the shell has added its own. */
    private void register() {
        WindowActions window = new WindowActions(live, this::showConnection);
        actions.add(connections.actions());
        actions.add(window.all(this::follow));
        actions.add(faults.actions(shell.root()));
        actions.add(scenarios.actions());
        actions.add(composer.actions());
        actions.add(settings.actions());
        actions.tell(PlaceKeys.all());
        actions.find(scenarios::runs);
        actions.find(window::each);
    }

    private FramesMount connected(FramesMount frames) {
        frames.connect(this::sendInto, this::replayFrames, undoing);
        return frames;
    }

    private BooleanProperty follow() {
        return allFrames.get().follow();
    }

    private Node root() {
        return shell.root();
    }

    private SplitPane beside() {
        SplitPane parts = new SplitPane(RttPanel.part(live, selection, memory, this::showMoment, "rtt-aside"),
                TimelinePanel.part(live, selection, this::showMoment, "timeline-aside"));
        parts.setOrientation(Orientation.VERTICAL);
        Remember.divider(memory, "connections.charts.divider", parts, 0.47);
        return parts;
    }

    private void breakConnection(String id) {
        faults.aim(id);
        showFaults();
    }

    private void showConnections() {
        shell.open(connections.slot().id());
    }

    private void showEvents() {
        shell.open(events.id());
    }

    private void showFaults() {
        shell.open(faults.slot().id());
    }

    private void showScenarios() {
        shell.open(scenarios.slot().id());
    }

    private void showSettings() {
        shell.open(settings.slot().id());
    }

    private void sendInto(String id) {
        composer.sendInto(id);
        showComposer();
    }

    private void replayConnection(String id) {
        composer.replay(id);
        showComposer();
    }

    private void openAs(String id) {
        composer.openAs(id);
        showComposer();
    }

    private void holdAgain(String id) {
        showConnection(id);
        connections.openTab(ConversationTab.ID);
    }

    private void replayFrames(List<Frame> frames) {
        composer.replay(frames);
        showComposer();
    }

    private void showComposer() {
        shell.open(composer.slot().id());
    }

    private void showConnection(String id) {
        selection.id().set(id);
        showConnections();
    }

    /** The frames of a connection at a moment. */
    private void showMoment(String id, long micros) {
        showConnection(id);
        connections.openTab("frames");
        chosenFrames.get().showMoment(id, micros);
    }

    public Scene scene() {
        return scene;
    }

    /** Everything that can be done by name or by key. */
    Actions actions() {
        return actions;
    }

    TrafficExport export() {
        return export;
    }

    Live live() {
        return live;
    }

    Appearance appearance() {
        return appearance;
    }

    /**
     * @param tab of the chosen connection, {@code groups} for connections put together by their paths, page of the composer, way to look at a payload, name of a metric, or what lies over the
     *        window; empty for the one that is open
     */
    public void show(String panel, String tab) {
        shell.open(panel);
        shell.uncover();
        actions.of("window." + tab).ifPresent(Action::run);
        actions.of("connections.group." + (tab.equals("groups") ? "path" : "none")).ifPresent(Action::run);
        connections.openTab(tab);
        composer.openTab(tab);
        allFrames.made().ifPresent(frames -> frames.openTab(tab));
        settings.openPage(tab);
        metricsPanel.choose(tab);
    }

    /** Begins to make what nobody has opened yet. */
    void prepare() {
        shell.prepare(chosenFrames::get);
    }

    /** Chooses the live connection that is most worth a look: a page's hot reload, else the one with the longest messages. */
    void chooseTelling() {
        live.latest()
                .get()
                .connections()
                .stream()
                .map(LiveConnection::connection)
                .filter(Connection::live)
                .max(Comparator.comparing((Connection c) -> String.valueOf(c.subprotocol()).endsWith("-hmr"))
                        .thenComparing(c -> c.toClient().bytes() / Math.max(1, c.toClient().messages())))
                .ifPresent(connection -> selection.id().set(connection.id()));
    }

    /** Chooses the newest frame in the tables of frames where none is chosen; whether there was one to choose. */
    boolean chooseFrames() {
        return chosenFrames.made().filter(FramesMount::chooseNewest).isPresent()
                | allFrames.made().filter(FramesMount::chooseNewest).isPresent();
    }

    /** Does something for a picture of a panel that would be empty, and ends it for others; whether that is still under way. */
    boolean demonstrate(String panel) {
        return faults.demonstrate(panel.equals(faults.slot().id()))
                | composer.demonstrate(panel.equals(composer.slot().id()));
    }

    /** Plays a scenario for a picture of its panel; whether that is still under way. */
    boolean scenariosChange(String panel, String tab) {
        return panel.equals(scenarios.slot().id()) && scenarios.demonstrate(!tab.isEmpty());
    }

    /** The names of the scenarios whose changes would be lost if the window were closed now. */
    List<String> unsaved() {
        return scenarios.unsaved();
    }

    /** Stops following the engine and writes down what only the end of the window knows. */
    @Override
    public void close() {
        playback.ifPresent(PlaybackBar::close);
        scenarios.close();
        composer.close();
        conversation.close();
        chosenFrames.made().ifPresent(FramesMount::close);
        allFrames.made().ifPresent(FramesMount::close);
        metrics.close();
        log.made().ifPresent(LogPanel::close);
        live.close();
    }
}
