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
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
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
            HmrView view = new HmrView(live, appearance, "hmr-tab", null);
            Runnable show = () -> view.show(find(live.shown().get(), selection.id().get()), live.shown().get().at());
            live.shown().subscribe(state -> show.run());
            selection.id().subscribe(id -> show.run());
            return view.node();
        }, badge.orElse(""));
    }

    /**
     * A list of all pages, and what is known of the one that is marked there.
     *
     * @param showConnection shows a connection by its id
     */
    public static PanelSlot panel(Live live, Appearance appearance, Consumer<String> showConnection) {
        return new PanelSlot("hmr", Strings.of("hmr.panel"), Feather.REFRESH_CW,
                () -> pages(live, appearance, showConnection),
                live.latest().map(state -> {
                    int number = state.readings().waiting() + state.readings().errors();
                    return number == 0 ? "" : Units.count(number);
                }));
    }

    private static Node pages(Live live, Appearance appearance, Consumer<String> showConnection) {
        HmrView view = new HmrView(live, appearance, "hmr-panel", showConnection);
        ListView<Page> pages = new ListView<>();
        pages.setId("hmr-pages");
        pages.setAccessibleText(Strings.of("hmr.pages"));
        pages.setCellFactory(list -> new PageCell());
        Runnable show = () -> view.show(pages.getSelectionModel().getSelectedItem(), live.shown().get().at());
        pages.getSelectionModel().selectedItemProperty().subscribe(page -> show.run());
        live.shown().subscribe(state -> {
            refill(pages, Page.of(state));
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
    private static void refill(ListView<Page> pages, List<Page> now) {
        if (now.equals(pages.getItems())) {
            return;
        }
        Page marked = pages.getSelectionModel().getSelectedItem();
        String id = marked == null ? "" : marked.id();
        pages.getItems().setAll(now);
        pages.getSelectionModel()
                .select(now.stream().filter(page -> page.id().equals(id)).findFirst().orElse(worst(now)));
    }

    /**
     * The queue of the page that has most to tell, to stand among other cards.
     *
     * @param showConnection shows a connection by its id
     */
    public static Node card(Live live, Appearance appearance, Consumer<String> showConnection) {
        HmrView view = new HmrView(live, appearance, "hmr-card", showConnection);
        live.shown().subscribe(state -> view.show(worst(Page.of(state)), state.at()));
        return view.card();
    }

    /** The page that has most to tell. */
    private static @Nullable Page worst(List<Page> pages) {
        return pages.stream().filter(Page::tells).findFirst().orElse(pages.isEmpty() ? null : pages.getFirst());
    }

    private static @Nullable Page find(LiveState state, @Nullable String id) {
        return Page.of(state).stream().filter(page -> Objects.equals(page.id(), id)).findFirst().orElse(null);
    }

    static String badge(@Nullable Page page) {
        if (page == null || !page.tells()) {
            return "";
        }
        int waiting = page.status().queue().size();
        return page.status().error() == null ? Units.count(waiting) : waiting == 0 ? "!" : Units.count(waiting) + " !";
    }
}
