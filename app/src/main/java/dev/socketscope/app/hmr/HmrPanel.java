package dev.socketscope.app.hmr;

import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.EmptyState;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.TabSlot;
import dev.socketscope.app.controls.Units;
import dev.socketscope.app.live.Live;
import dev.socketscope.app.live.LiveState;
import dev.socketscope.app.live.Selection;
import dev.socketscope.engine.api.HmrStatus;
import java.util.List;
import java.util.Objects;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Hot reloading as a panel of its own, and as a tab about the chosen connection. */
public final class HmrPanel {
    private static final double LIST = 280;

    private HmrPanel() {}

    public static TabSlot tab(Live live, Selection selection, Appearance appearance) {
        ObservableValue<String> badge = live.shown().flatMap(state -> selection.id().map(id -> badge(find(state, id))));
        return new TabSlot("hmr", Strings.of("hmr.title"), () -> {
            HmrView view = new HmrView(live, appearance, "hmr-tab");
            Runnable show = () -> view.show(find(live.shown().get(), selection.id().get()), live.shown().get().at());
            live.shown().subscribe(state -> show.run());
            selection.id().subscribe(id -> show.run());
            return view.node();
        }, badge.orElse(""));
    }

    /** A list of all pages, and what is known of the one that is marked there. */
    public static PanelSlot panel(Live live, Appearance appearance) {
        return new PanelSlot("hmr", Strings.of("hmr.panel"), Feather.REFRESH_CW, () -> pages(live, appearance),
                live.latest().map(state -> {
                    int number = state.readings().waiting() + state.readings().errors();
                    return number == 0 ? "" : Units.count(number);
                }));
    }

    private static Node pages(Live live, Appearance appearance) {
        HmrView view = new HmrView(live, appearance, "hmr-panel");
        ListView<HmrStatus> pages = new ListView<>();
        pages.setId("hmr-pages");
        pages.setAccessibleText(Strings.of("hmr.pages"));
        pages.setCellFactory(list -> new PageCell());
        Runnable show = () -> view.show(pages.getSelectionModel().getSelectedItem(), live.shown().get().at());
        pages.getSelectionModel().selectedItemProperty().subscribe(page -> show.run());
        live.shown().subscribe(state -> {
            refill(pages, state.readings().hmr());
            show.run();
        });
        pages.setMinWidth(LIST);
        SplitPane split = new SplitPane(pages, view.node());
        split.setDividerPositions(0.24);
        SplitPane.setResizableWithParent(pages, false);
        EmptyState nothing = new EmptyState(Feather.REFRESH_CW, Strings.of("hmr.empty.title"),
                Strings.of("hmr.empty.text"));
        split.visibleProperty().bind(live.shown().map(state -> !state.readings().hmr().isEmpty()));
        nothing.visibleProperty().bind(split.visibleProperty().not());
        StackPane node = new StackPane(nothing, split);
        node.getStyleClass().add("panel");
        return node;
    }

    /** The marked page stays marked by its connection. */
    private static void refill(ListView<HmrStatus> pages, List<HmrStatus> now) {
        if (now.equals(pages.getItems())) {
            return;
        }
        HmrStatus marked = pages.getSelectionModel().getSelectedItem();
        String id = marked == null ? "" : marked.connection();
        pages.getItems().setAll(now);
        pages.getSelectionModel()
                .select(now.stream().filter(page -> page.connection().equals(id)).findFirst().orElse(worst(now)));
    }

    /** The queue of the page that has most to tell, to stand among other cards. */
    public static Node card(Live live, Appearance appearance) {
        HmrView view = new HmrView(live, appearance, "hmr-card");
        live.shown().subscribe(state -> view.show(worst(state.readings().hmr()), state.at()));
        return view.card();
    }

    /** The page that has most to tell. */
    private static @Nullable HmrStatus worst(List<HmrStatus> pages) {
        return pages.stream()
                .filter(page -> page.error() != null || !page.queue().isEmpty())
                .findFirst()
                .orElse(pages.isEmpty() ? null : pages.getFirst());
    }

    private static @Nullable HmrStatus find(LiveState state, @Nullable String id) {
        return state.readings()
                .hmr()
                .stream()
                .filter(status -> Objects.equals(status.connection(), id))
                .findFirst()
                .orElse(null);
    }

    static String badge(@Nullable HmrStatus status) {
        if (status == null || status.queue().isEmpty() && status.error() == null) {
            return "";
        }
        return status.error() == null ? Units.count(status.queue().size())
                : status.queue().isEmpty() ? "!" : Units.count(status.queue().size()) + " !";
    }
}
