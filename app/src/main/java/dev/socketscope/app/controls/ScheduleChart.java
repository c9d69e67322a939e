package dev.socketscope.app.controls;

import java.util.List;
import java.util.Optional;
import javafx.geometry.Point2D;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.BorderPane;

/**
 * What happens when, a row each: bars that can be dragged in time and made longer, marks for what is over at once, and a play head. It knows
 * nothing of what they mean, and changes nothing itself: {@link ScheduleActions} is told. Wheel with Ctrl: zoom; with Shift, or dragging
 * where nothing is: pan; {@link ScheduleKeys} says what keys do. JavaFX thread only.
 */
public final class ScheduleChart extends BorderPane {
    private static final double NOTCH = 1.2;
    private static final double WHEEL = 40;
    private static final double ROOM = 1.12;
    private static final long LEAST_SPAN = 5_000;

    private final ScheduleScale scale = new ScheduleScale();
    private final ScheduleAxis axis = new ScheduleAxis();
    private final SchedulePlot plot;
    private final ScrollPane scroll;
    private final ScheduleActions actions;
    private final String name;
    private List<ScheduleItem> items = List.of();
    private String chosen = "";
    private long least;
    private boolean fitted = true;
    private double dragged;

    public ScheduleChart(String name, ScheduleActions actions) {
        this.name = name;
        this.actions = actions;
        getStyleClass().add("schedule-chart");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.LIST_VIEW);
        setAccessibleText(name);
        plot = new SchedulePlot(this, scale, axis);
        scroll = new ScrollPane(plot);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setFocusTraversable(false);
        scroll.getStyleClass().add("plain-scroll");
        setTop(axis);
        setCenter(scroll);
        new ScheduleKeys(this);
        addEventFilter(ScrollEvent.SCROLL, this::wheel);
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::pan);
        plot.setOnMouseClicked(this::click);
    }

    /**
     * What it shows from now on.
     *
     * @param until at least so many milliseconds are worth seeing
     */
    public void show(List<ScheduleItem> shown, long until) {
        items = List.copyOf(shown);
        least = until;
        if (chosenItem().isEmpty()) {
            chosen = "";
        }
        if (fitted) {
            fit();
        }
        plot.show(items);
        choose(chosen);
    }

    /** Marks the row with this key; empty for none. */
    public void choose(String key) {
        chosen = key;
        plot.choose(key);
        setAccessibleText(chosenItem().map(item -> item.title() + ", " + item.words()).orElse(name));
    }

    public Optional<ScheduleItem> chosenItem() {
        return items.stream().filter(item -> item.key().equals(chosen)).findFirst();
    }

    /** @param millis where the play head stands; below 0 for none */
    public void playHead(long millis) {
        plot.playHead(millis);
    }

    /** @param factor above 1 shows more */
    public void zoom(double factor) {
        scaled(factor, plot.lanesWidth() / 2);
    }

    /** Shows all of it, and goes on to do so. */
    public void fit() {
        fitted = true;
        long last = items.stream()
                .mapToLong(item -> item.end() == ScheduleItem.OPEN ? item.begin() + LEAST_SPAN : item.end())
                .max()
                .orElse(0);
        scale.fit(Math.round(Math.max(Math.max(last, least), LEAST_SPAN) * ROOM));
        plot.requestLayout();
    }

    ScheduleScale scale() {
        return scale;
    }

    ScheduleActions actions() {
        return actions;
    }

    /** A person has put a finger on it. */
    void take(String key) {
        requestFocus();
        choose(key);
        actions.chosen(key);
    }

    void preview(ScheduleBar bar, ScheduleItem moved) {
        plot.preview(bar, moved);
    }

    void drop(ScheduleBar bar, ScheduleItem before, ScheduleItem after) {
        plot.preview(bar, before);
        plot.endPreview();
        if (after.begin() != before.begin()) {
            actions.moved(before.key(), after.begin());
        } else if (after.end() != before.end()) {
            actions.resized(before.key(), after.end());
        }
    }

    void chooseNext(int by) {
        if (!items.isEmpty()) {
            int now = chosenItem().map(items::indexOf).orElse(by > 0 ? -1 : items.size());
            ScheduleItem next = items.get(Math.clamp(now + by, 0, items.size() - 1));
            scale.show(next.begin());
            take(next.key());
            plot.bringIntoSight(next.key(), scroll);
        }
    }

    void addAtChosen() {
        long at = chosenItem().map(ScheduleItem::begin).orElse(0L);
        Point2D place = plot.localToScreen(plot.left() + scale.x(at), 40);
        actions.add(at, place.getX(), place.getY());
    }

    private void press(MouseEvent event) {
        requestFocus();
        dragged = event.getX();
    }

    private void pan(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY) {
            fitted = false;
            scale.pan(dragged - event.getX());
            dragged = event.getX();
            plot.requestLayout();
        }
    }

    private void click(MouseEvent event) {
        if (!event.isStillSincePress()) {
            return;
        }
        boolean wanted = event.getButton() == MouseButton.SECONDARY || event.getClickCount() == 2;
        if (wanted && event.getX() >= plot.left()) {
            actions.add(scale.snapped(scale.at(event.getX() - plot.left())), event.getScreenX(), event.getScreenY());
        } else if (event.getButton() == MouseButton.PRIMARY) {
            take(plot.keyAt(event.getY()));
        }
    }

    private void wheel(ScrollEvent event) {
        if (event.isShortcutDown()) {
            scaled(Math.pow(NOTCH, -event.getDeltaY() / WHEEL),
                    plot.sceneToLocal(event.getSceneX(), 0).getX() - plot.left());
            event.consume();
        } else if (event.getDeltaX() != 0) {
            fitted = false;
            scale.pan(-event.getDeltaX());
            plot.requestLayout();
            event.consume();
        }
    }

    private void scaled(double factor, double x) {
        fitted = false;
        scale.zoom(factor, Math.clamp(x, 0, Math.max(0, plot.lanesWidth())));
        plot.requestLayout();
    }
}
