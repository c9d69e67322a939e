package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A line that leaves out, or says shorter, what matters least while there is no room for all of it. */
public class FitLine extends HBox {
    private record Option(Node node, double most, @Nullable Node instead) {}

    private final List<Option> options = new ArrayList<>();

    public FitLine(Node... parts) {
        super(parts);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** A part that takes what the others leave. */
    public static Region gap() {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return gap;
    }

    /** A part that can go; those that were named before go before it. */
    public void mayGo(Node part) {
        mayShrink(part, Double.MAX_VALUE);
    }

    /** A part that may be cut down to a width before it has to go. */
    public void mayShrink(Node part, double least) {
        options.add(new Option(part, least, null));
    }

    /** A part in whose place a shorter one can stand, which may have yet a shorter one. */
    public void mayBe(Node part, Node shorter) {
        options.add(new Option(part, Double.MAX_VALUE, shorter));
    }

    @Override
    protected void layoutChildren() {
        Set<Node> shown = fitting(getWidth() - snappedLeftInset() - snappedRightInset());
        for (Option option : options) {
            show(option.node(), shown);
            if (option.instead() != null) {
                show(option.instead(), shown);
            }
        }
        super.layoutChildren();
    }

    private Set<Node> fitting(double room) {
        Set<Node> shown = new HashSet<>();
        getChildren().stream().filter(part -> part.isManaged() || isOptional(part)).forEach(shown::add);
        options.stream().map(Option::instead).forEach(shown::remove);
        for (Option option : options) {
            if (width(shown) <= room) {
                return shown;
            }
            if (shown.remove(option.node()) && option.instead() != null) {
                shown.add(option.instead());
            }
        }
        return shown;
    }

    private boolean isOptional(Node part) {
        return options.stream().anyMatch(option -> option.node() == part || option.instead() == part);
    }

    private double width(Set<Node> shown) {
        double parts = shown.stream().mapToDouble(part -> Math.min(most(part), part.prefWidth(-1))).sum();
        return parts + getSpacing() * Math.max(0, shown.size() - 1);
    }

    private double most(Node part) {
        return options.stream()
                .filter(option -> option.node() == part)
                .mapToDouble(Option::most)
                .findFirst()
                .orElse(Double.MAX_VALUE);
    }

    private static void show(Node part, Set<Node> shown) {
        part.setVisible(shown.contains(part));
        part.setManaged(shown.contains(part));
    }

    /** Whatever can go does not keep the line wide. */
    @Override
    protected double computeMinWidth(double height) {
        List<Node> needed = getManagedChildren().stream().filter(part -> !isOptional(part)).toList();
        return snappedLeftInset() + snappedRightInset() + getSpacing() * Math.max(0, needed.size() - 1)
                + needed.stream().mapToDouble(part -> part.minWidth(-1)).sum();
    }
}
