package dev.socketscope.app.faults;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.Notice;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Remember;
import dev.socketscope.app.controls.Sight;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveConnection;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.scope.Targets;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.FaultStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/**
 * The panel of faults. It shows the newest state also while the window is paused, because what is armed acts all the same.
 *
 * <pre>
 *   apply to …    direction    probability       ScopeBar
 *   ┌ cards of all types ┐ ┌ cut now ──────────┐
 *   │ CardList           │ │ what is armed     │
 *   │                    │ │ hops              │
 * </pre>
 */
public final class FaultsPanel {
    /** So much of the width is for the cards, unless somebody wants it otherwise. */
    private static final double CARDS = 0.385;

    private final Live live;
    private final FaultsModel model;
    private final PanelSlot slot;
    private final Demonstration demonstration;

    /** @param showConnection gets the id of a connection that a person wants to see */
    public FaultsPanel(Live live, Appearance appearance, Memory memory, Undoing undoing,
            Consumer<String> showConnection) {
        this.live = live;
        model = new FaultsModel(live::submit, InstantSource.system(), Rest::new);
        demonstration = new Demonstration(model);
        slot = new PanelSlot("faults", Strings.of("faults.title"), Feather.ZAP,
                () -> node(memory, new ArmedCard(new ArmedTable(appearance, memory, id -> disarm(id, undoing),
                        status -> concerned(status, showConnection)))),
                live.latest().map(state -> {
                    int number = state.readings().faults().size();
                    return number == 0 ? "" : Units.count(number);
                }));
        live.latest().subscribe(model::follow);
    }

    private Node node(Memory memory, ArmedCard armed) {
        CutCard cut = new CutCard(model.cut());
        ScopeBar bar = new ScopeBar(model, () -> Targets.of(live.engine().info(),
                live.latest().get().connections().stream().map(LiveConnection::connection).toList()));
        VBox node = new VBox(bar, parts(memory, cut, armed));
        node.getStyleClass().add("panel");
        Runnable show = () -> {
            if (Sight.isShown(node)) {
                LiveState state = live.latest().get();
                cut.tell(state.at());
                armed.show(state.readings().faults(), state.at());
            }
        };
        live.latest().subscribe(state -> show.run());
        Sight.whenShown(node, show);
        return node;
    }

    /**
     * A hop that they arm is for the connections that are chosen in the panel.
     *
     * @param owner stands in the window that gets the word when something cannot be done
     */
    public List<Action> actions(Node owner) {
        CutModel everything = new CutModel(live::submit, new SimpleObjectProperty<>(FaultMatch.ANY));
        everything.problem()
                .subscribe((before, now) -> {
                    if (!now.isEmpty()) {
                        Notice.show(owner, Strings.of("faults.title"), now);
                    }
                });
        return new FaultActions(model, everything).all();
    }

    public PanelSlot slot() {
        return slot;
    }

    /** Applies what is armed next to one connection only. */
    public void aim(String connection) {
        model.target().set(FaultMatch.ANY.onConnection(connection));
    }

    /** Arms a few faults of the demo's connections, or disarms these again; whether that is still under way. */
    public boolean demonstrate(boolean wanted) {
        return demonstration.change(wanted, live.latest().get().readings().faults());
    }

    private void disarm(String id, Undoing undoing) {
        List<FaultStatus> before = live.latest()
                .get()
                .readings()
                .faults()
                .stream()
                .filter(status -> status.armed().id().equals(id))
                .toList();
        model.disarm(id);
        before.forEach(
                status -> undoing.done(slot.content().get(), Strings.of("undo.disarmed.one", FaultWords.what(status)),
                        () -> live.armAgain(before)));
    }

    private Node parts(Memory memory, CutCard cut, ArmedCard armed) {
        VBox right = new VBox(cut, armed, new HopsCard(model.hops()));
        right.getStyleClass().add("fault-page");
        VBox.setVgrow(armed, Priority.ALWAYS);
        ScrollPane beside = new ScrollPane(right);
        beside.setFitToWidth(true);
        beside.setFitToHeight(true);
        beside.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        beside.getStyleClass().add("plain-scroll");
        SplitPane parts = new SplitPane(new CardList(model.cards()), beside);
        Remember.divider(memory, "faults.divider", parts, CARDS);
        VBox.setVgrow(parts, Priority.ALWAYS);
        return parts;
    }

    /** The connection that is meant, else the newest live one that the fault acts on. */
    private void concerned(FaultStatus status, Consumer<String> showConnection) {
        String meant = status.armed().fault().match().connection();
        if (meant != null) {
            showConnection.accept(meant);
            return;
        }
        live.latest()
                .get()
                .connections()
                .reversed()
                .stream()
                .map(LiveConnection::connection)
                .filter(connection -> connection.live() && connection.faults().contains(status.armed().id()))
                .findFirst()
                .ifPresent(connection -> showConnection.accept(connection.id()));
    }
}
