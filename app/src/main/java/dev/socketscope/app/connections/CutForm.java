package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Fxml;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.engine.api.Command.Legs;
import dev.socketscope.engine.api.Command.Mode;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Toggle;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** Asks how a connection shall be ended: which legs, and what their peers shall see. */
public final class CutForm implements AskForm {
    @FXML
    private VBox root;
    @FXML
    private Label title;
    @FXML
    private ToggleGroup legs;
    @FXML
    private ToggleGroup mode;
    @FXML
    private HBox closing;
    @FXML
    private ComboBox<String> code;
    @FXML
    private TextField reason;
    @FXML
    private Label problem;
    @FXML
    private Button cut;

    private final String whom;
    private final Consumer<Ending> done;

    /**
     * @param whom says which connections
     * @param done gets what can be carried out
     */
    CutForm(String whom, Consumer<Ending> done) {
        this.whom = whom;
        this.done = done;
    }

    @Override
    public Parent build() {
        return Fxml.load("cut", this);
    }

    @Override
    public void refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
    }

    @FXML
    private void initialize() {
        title.setText(Strings.of("cut.title", whom));
        code.setItems(FXCollections.observableArrayList(CloseCodes.SUGGESTED));
        code.getSelectionModel().selectFirst();
        mode.selectedToggleProperty().subscribe(chosen -> closing.setDisable(chosen(mode, Mode.class) != Mode.CLOSE));
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        legs.selectedToggleProperty().subscribe((before, now) -> keepOne(legs, before, now));
        mode.selectedToggleProperty().subscribe((before, now) -> keepOne(mode, before, now));
    }

    @FXML
    private void cutNow() {
        Optional<String> wrong = chosen(mode, Mode.class) == Mode.CLOSE
                ? CloseCodes.problem(code.getEditor().getText(), reason.getText()) : Optional.empty();
        if (wrong.isPresent()) {
            refuse(wrong.get());
            return;
        }
        problem.setVisible(false);
        Mode chosen = chosen(mode, Mode.class);
        boolean close = chosen == Mode.CLOSE;
        done.accept(new Ending(chosen(legs, Legs.class), chosen,
                close ? CloseCodes.number(code.getEditor().getText()) : 0, close ? reason.getText() : ""));
    }

    /** The toggle's user data is the constant's name in lower case. */
    private static <E extends Enum<E>> E chosen(ToggleGroup group, Class<E> type) {
        return Enum.valueOf(type, group.getSelectedToggle().getUserData().toString().toUpperCase(Locale.ROOT));
    }

    /** A toggle group lets go of its only choice when it is clicked again; here one is always chosen. */
    private static void keepOne(ToggleGroup group, Toggle before, @org.jspecify.annotations.Nullable Toggle now) {
        if (now == null) {
            group.selectToggle(before);
        }
    }
}
