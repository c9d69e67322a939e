package dev.socketscope.app.settings;

import dev.socketscope.app.actions.Action;
import dev.socketscope.app.actions.Group;
import dev.socketscope.app.actions.Undoing;
import dev.socketscope.app.controls.Appearance;
import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Memory;
import dev.socketscope.app.controls.PanelSlot;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.live.Engines;
import dev.socketscope.app.live.Live;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The panel of settings. The look changes at once, routes when they are applied. */
public final class SettingsPanel {
    private static final List<String> PAGES = List.of("general", "routes", "defaults");

    private final Appearance appearance;
    private final TabPane pages = new TabPane();
    private final PanelSlot slot;
    private final Runnable open;

    /**
     * @param engines whose links the next start may bring back
     * @param keys looks into files of the engine's machine; empty when that is another one
     * @param open brings the panel to the front
     */
    public SettingsPanel(Live live, Engines engines, Appearance appearance, Memory memory, Undoing undoing,
            Optional<KeyCheck> keys, Runnable open) {
        this.appearance = appearance;
        this.open = open;
        Retention retention = new Retention(memory, live::keepEvents);
        slot = new PanelSlot("settings", Strings.of("settings.title"), Feather.SETTINGS,
                () -> node(live, engines, memory, undoing, retention, keys));
    }

    private Node node(Live live, Engines engines, Memory memory, Undoing undoing, Retention retention,
            Optional<KeyCheck> keys) {
        RouteDefaults defaults = new RouteDefaults(memory);
        RoutesModel routes = new RoutesModel(receiver -> live.deliver(live.engine().routes(), receiver), live::submit,
                defaults::fresh, keys.map(check -> findings(live, check)).orElse(KeyFindings.Source.NONE));
        pages.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        pages.getStyleClass().add("detail-tabs");
        SettingsController look = new SettingsController(appearance, live.engine()::info, engines, retention, undoing);
        pages.getTabs()
                .setAll(tab("general", Fxml.load("settings", look)),
                        tab("routes",
                                new RoutesPage(routes, undoing,
                                        keys.isPresent() ? Optional.of(memory) : Optional.empty())),
                        tab("defaults", new DefaultsPage(defaults, routes, undoing)));
        HBox head = new HBox(Sections.panel("settings.title"));
        head.getStyleClass().add("panel-header");
        head.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(pages, Priority.ALWAYS);
        VBox node = new VBox(head, pages);
        node.getStyleClass().addAll("panel", "settings");
        return node;
    }

    private static KeyFindings.Source findings(Live live, KeyCheck check) {
        return (tls, found) -> live.deliver(
                CompletableFuture.supplyAsync(() -> check.mistakes(tls), Thread::startVirtualThread),
                (mistakes, failure) -> found.accept(mistakes == null ? Map.of() : mistakes));
    }

    public PanelSlot slot() {
        return slot;
    }

    public List<Action> actions() {
        List<Action> actions = new ArrayList<>(new LookActions(appearance).all());
        for (String page : PAGES) {
            actions.add(Action.of("settings." + page, Group.SETTINGS,
                    Strings.of("action.settings", Strings.of("settings.page." + page)), Feather.SETTINGS, () -> {
                        open.run();
                        openPage(page);
                    }));
        }
        return actions;
    }

    /** @param id {@code general}, {@code routes} or {@code defaults}; does nothing else, or before the panel has been opened */
    public void openPage(String id) {
        pages.getTabs().stream().filter(tab -> tab.getId().equals(id)).forEach(pages.getSelectionModel()::select);
    }

    private static Tab tab(String id, Node node) {
        Tab tab = new Tab(Strings.of("settings.page." + id), node);
        tab.setId(id);
        return tab;
    }
}
