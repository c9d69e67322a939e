package dev.socketscope.app.connections;

import dev.socketscope.app.controls.Quantity;
import dev.socketscope.app.controls.Strings;
import dev.socketscope.app.controls.Unreadable;
import dev.socketscope.app.controls.ValueField;
import dev.socketscope.app.controls.Values;
import dev.socketscope.app.scope.DirectionBox;
import dev.socketscope.engine.api.Direction;
import dev.socketscope.engine.api.Fault;
import dev.socketscope.engine.api.FaultMatch;
import dev.socketscope.engine.api.InvalidFaultException;
import dev.socketscope.engine.api.TransportFault.Distribution;
import dev.socketscope.engine.api.TransportFault.Latency;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks by how much what passes through connections shall be late. */
final class LatencyForm implements AskForm {
    private final String whom;
    private final Consumer<Fault> done;
    private final Map<String, StringProperty> texts = Map.of("delay", new SimpleStringProperty("250 ms"), "jitter",
            new SimpleStringProperty("50 ms"));
    private final ObjectProperty<@Nullable Direction> direction = new SimpleObjectProperty<>(null);
    private final Label problem = new Label();

    /**
     * @param whom says which connections
     * @param done gets a fault for any connection
     */
    LatencyForm(String whom, Consumer<Fault> done) {
        this.whom = whom;
        this.done = done;
    }

    @Override
    public Parent build() {
        Label title = new Label(Strings.of("latency.title", whom));
        title.getStyleClass().add("strong");
        Button arm = new Button(Strings.of("latency.arm"));
        arm.setId("latency-arm");
        arm.setDefaultButton(true);
        arm.getStyleClass().add("accent");
        arm.setOnAction(e -> arm());
        HBox end = new HBox(arm);
        end.getStyleClass().add("form-end");
        end.setAlignment(Pos.CENTER_RIGHT);
        Label until = new Label(Strings.of("latency.until"));
        until.getStyleClass().add("muted");
        problem.getStyleClass().add("broken");
        problem.setWrapText(true);
        problem.managedProperty().bind(problem.visibleProperty());
        problem.setVisible(false);
        HBox fields = new HBox(field("delay"), new Label("±"), field("jitter"),
                new DirectionBox(Strings.of("latency.direction"), direction));
        fields.getStyleClass().add("form-row");
        fields.setAlignment(Pos.CENTER_LEFT);
        VBox form = new VBox(title, fields, until, problem, end);
        form.getStyleClass().add("cut-form");
        return form;
    }

    @Override
    public void refuse(String why) {
        problem.setText(why);
        problem.setVisible(true);
    }

    private ValueField field(String key) {
        ValueField field = new ValueField(Quantity.TIME, text(key), false);
        field.setId("latency-" + key);
        field.setAccessibleText(Strings.of("latency." + key));
        return field;
    }

    private StringProperty text(String key) {
        return Objects.requireNonNull(texts.get(key));
    }

    private void arm() {
        Values values = new Values(key -> text(key).get());
        try {
            Latency latency = new Latency(values.span("delay"), values.span("jitter"), Distribution.UNIFORM);
            problem.setVisible(false);
            done.accept(Fault.of(latency).on(FaultMatch.ANY.going(direction.get())));
        } catch (Unreadable | InvalidFaultException e) {
            refuse(Objects.toString(e.getMessage(), ""));
        }
    }
}
