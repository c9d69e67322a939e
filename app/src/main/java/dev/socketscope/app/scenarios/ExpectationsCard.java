package dev.socketscope.app.scenarios;

import dev.socketscope.app.controls.FitLine;
import dev.socketscope.app.controls.Icons;
import dev.socketscope.app.controls.Sections;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.config.ConfigException;
import dev.socketscope.engine.config.ScenarioForm;
import dev.socketscope.engine.scenario.Expectation;
import dev.socketscope.engine.scenario.Scenario;
import java.util.SequencedMap;
import javafx.scene.control.Button;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is expected of the application, and what the chosen expectation says. */
final class ExpectationsCard extends VBox {
    private static final double LINE = 30;

    private final ListView<Expectation> list = new ListView<>();
    private final KeyForm form = new KeyForm("expect", this::set);
    private final Button delete = Icons.button(Feather.TRASH_2, Strings.of("scenarios.expect.delete"), this::delete);
    private @Nullable Document document;
    private boolean filling;

    ExpectationsCard() {
        getStyleClass().add("card");
        delete.setId("expect-delete");
        HBox head = new HBox(Sections.title("scenarios.expect"), FitLine.gap(), menu(), delete);
        head.getStyleClass().addAll("section-head", "card-head");
        list.setId("expectations");
        list.setAccessibleText(Strings.of("scenarios.expect"));
        list.getStyleClass().add("expectations");
        list.setFixedCellSize(LINE);
        list.setCellFactory(any -> new TextCell());
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DELETE) {
                delete();
                event.consume();
            }
        });
        list.getSelectionModel().selectedIndexProperty().subscribe((before, now) -> fill());
        form.managedProperty().bind(form.visibleProperty());
        getChildren().addAll(head, list, form);
    }

    void show(Document now) {
        boolean other = now != document;
        document = now;
        Scenario scenario = now.scenario().get();
        int chosen = other ? -1 : list.getSelectionModel().getSelectedIndex();
        filling = true;
        if (scenario == null) {
            list.getItems().clear();
        } else {
            list.getItems().setAll(scenario.expectations());
        }
        list.setPrefHeight(Math.max(1, list.getItems().size()) * LINE + 2);
        list.setMinHeight(list.getPrefHeight());
        list.getSelectionModel().clearAndSelect(Math.min(chosen, list.getItems().size() - 1));
        filling = false;
        fill();
    }

    private void fill() {
        Expectation chosen = list.getSelectionModel().getSelectedItem();
        delete.setDisable(chosen == null || list.getItems().size() < 2);
        if (!filling) {
            form.setVisible(chosen != null && !ScenarioForm.of(chosen).containsValue("true"));
            if (form.isVisible()) {
                form.show(FormKeys.of(chosen));
            }
        }
    }

    private MenuButton menu() {
        MenuButton add = new MenuButton("", Icons.of(Feather.PLUS));
        add.setId("expect-add");
        add.getStyleClass().add("icon-menu");
        add.setAccessibleText(Strings.of("scenarios.expect.add"));
        for (Expectation sample : Samples.expectations()) {
            MenuItem item = new MenuItem(sample.text());
            item.setMnemonicParsing(false);
            item.setOnAction(e -> {
                if (document != null) {
                    document.edit(Edits.expect(sample));
                    list.getSelectionModel().selectLast();
                }
            });
            add.getItems().add(item);
        }
        return add;
    }

    private void delete() {
        if (document != null) {
            document.edit(Edits.doNotExpect(list.getSelectionModel().getSelectedIndex()));
        }
    }

    private void set(SequencedMap<String, String> texts, String changed) throws ConfigException {
        Expectation expectation = ScenarioForm.expectation(texts);
        if (document != null) {
            document.edit(Edits.expect(list.getSelectionModel().getSelectedIndex(), expectation));
        }
    }

    /** As it is written in a file. */
    private static final class TextCell extends ListCell<Expectation> {
        TextCell() {
            getStyleClass().add("data");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Expectation item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? "" : item.text());
        }
    }
}
