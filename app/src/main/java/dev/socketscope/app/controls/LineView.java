package dev.socketscope.app.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ScrollBar;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;

/**
 * A viewer for any number of lines in a font of one width. Only the lines in sight are made and drawn, on a canvas, once per
 * pulse and only when something changed. The mouse and the keyboard choose text; there is a current line, which the keyboard
 * moves. JavaFX thread only.
 */
public final class LineView extends Region {
    private static final double LEADING = 3;
    private final Canvas canvas = new Canvas();
    private final ScrollBar vertical = new ScrollBar();
    private final ScrollBar horizontal = new ScrollBar();
    private final Text probe = new Text("0");
    private final LineFont font = new LineFont();
    private final LinePaints paints = new LinePaints(this);
    private final LinePainter painter = new LinePainter(paints, font);
    private final LogViewport viewport = new LogViewport(20);
    private final List<DrawnLine> drawn = new ArrayList<>();
    private final LineChoice choice = new LineChoice();
    private Lines lines = new NoLines();
    private LineMarks marks = LineMarks.NONE;
    private LongConsumer activated = row -> {};
    private double scrollX;
    private double widest;
    private boolean moving;

    public LineView() {
        getStyleClass().add("line-view");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.TEXT_AREA);
        probe.getStyleClass().add("ink");
        probe.setVisible(false);
        probe.setManaged(false);
        vertical.setOrientation(Orientation.VERTICAL);
        vertical.setMax(1);
        vertical.valueProperty().addListener((any, old, value) -> barMoved(value.doubleValue()));
        horizontal.valueProperty().addListener((any, old, value) -> scrollX(value.doubleValue()));
        probe.fontProperty().subscribe(used -> fontChanged());
        paints.onChange(this::requestLayout);
        viewport.follow(false);
        new LineMouse(this, choice);
        new LineKeys(this, choice);
        getChildren().addAll(canvas, probe, vertical, horizontal);
    }

    /** Shows other lines from their beginning. */
    public void show(Lines shown) {
        lines = shown;
        marks = LineMarks.NONE;
        choice.clear();
        scrollX = 0;
        widest = 0;
        viewport.jump(0, shown.count(), 0);
        refresh();
    }

    /** There are more lines, or they look different. */
    public void refresh() {
        viewport.extent(0, lines.count());
        requestLayout();
    }

    /** The same lines have other numbers now, some are gone or new. */
    public void rearranged() {
        choice.clear();
        refresh();
    }

    public Lines lines() {
        return lines;
    }

    /** What a search found; call it again when that changes. */
    public void mark(LineMarks found) {
        marks = found;
        requestLayout();
    }

    /** Brings the line with this byte into sight and makes it the current one. */
    public void reveal(long offset) {
        long row = lines.rowOf(offset);
        choice.go(lines.place(row, 0), false);
        bringIntoSight(row);
        List<Span> spans = lines.bytes(row, offset, offset + 1);
        if (!spans.isEmpty()) {
            bringColumnIntoSight(row, spans.getFirst().start());
        }
    }

    /** How many characters stand side by side in the window. */
    public int columns() {
        return (int) (textWidth() / font.cell());
    }

    /** Line at the top of the window. */
    public long topRow() {
        return viewport.top();
    }

    /** Puts a line at the top. */
    public void scrollToRow(long row) {
        viewport.jump(0, lines.count(), row);
        requestLayout();
    }

    /** The line that was pressed or moved to last; -1 when none was. */
    public long currentRow() {
        return choice.isEmpty() ? -1 : lines.rowOfPlace(choice.caret());
    }

    /** What Enter or a double click on a line does. */
    public void setOnActivated(LongConsumer action) {
        activated = action;
    }

    /** The chosen text, the whole text when nothing is chosen; empty when it is too much for the clipboard. */
    public Optional<String> chosenText() {
        return choice.from() < choice.to() ? lines.copy(choice.from(), choice.to()) : Optional.of("");
    }

    /** First place of what is chosen. */
    public long chosenFrom() {
        return choice.from();
    }

    /** One more than the last place of what is chosen; equal to the first when nothing is. */
    public long chosenTo() {
        return choice.to();
    }

    /** Chooses everything. */
    public void chooseAll() {
        choice.go(0, false);
        choice.go(lines.place(Math.max(0, lines.count() - 1), Lines.MAX_COLUMNS - 1), true);
        requestLayout();
    }

    LinePaints paints() {
        return paints;
    }

    LogViewport viewport() {
        return viewport;
    }

    void activate(long row) {
        activated.accept(row);
    }

    /** Opens or closes what the line begins, and makes it the current one. */
    public void toggle(long row) {
        lines.toggle(row);
        choice.go(lines.place(row, 0), false);
        refresh();
    }

    void bringIntoSight(long row) {
        viewport.reveal(row);
        viewport.follow(false);
        setAccessibleText(row >= 0 && row < lines.count() ? lines.line(row).text() : "");
        requestLayout();
    }

    void bringColumnIntoSight(long row, int column) {
        DrawnLine line = DrawnLine.of(row, lines.line(row), font);
        double x = line.x(column);
        double room = textWidth();
        if (x < scrollX || x > scrollX + room - font.cell() * 4) {
            widest = Math.max(widest, line.width());
            scrollX(Math.max(0, x - room / 3));
        }
    }

    void scroll(double deltaX, double deltaY) {
        viewport.scrollBy(deltaY);
        viewport.follow(false);
        scrollX(scrollX + deltaX);
        requestLayout();
    }

    /** The line at a height of this view; the nearest one when there is none. */
    long rowAt(double y) {
        long row = viewport.top() + (long) Math.floor((y + viewport.offset()) / viewport.rowHeight());
        return Math.clamp(row, 0, Math.max(0, lines.count() - 1));
    }

    int columnAt(long row, double x) {
        if (lines.count() == 0) {
            return 0;
        }
        return DrawnLine.of(row, lines.line(row), font).column(x - LinePainter.x(scene(), 0));
    }

    boolean inGutter(double x) {
        return x < gutterWidth();
    }

    @Override
    public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
        return LinePaints.metaData();
    }

    @Override
    protected void layoutChildren() {
        double barWidth = vertical.prefWidth(-1);
        double barHeight = horizontal.prefHeight(-1);
        boolean wide = widest > textWidth() + 1;
        double height = Math.max(0, getHeight() - (wide ? barHeight : 0));
        viewport.resize(height);
        viewport.extent(0, lines.count());
        horizontal.setVisible(wide);
        horizontal.resizeRelocate(0, height, getWidth() - barWidth, barHeight);
        vertical.setVisible(viewport.visibleShare() < 1);
        vertical.resizeRelocate(getWidth() - barWidth, 0, barWidth, height);
        canvas.setWidth(Math.max(1, getWidth()));
        canvas.setHeight(Math.max(1, height));
        bars();
        draw();
    }

    private void draw() {
        double before = widest;
        drawn.clear();
        for (int i = 0; i < viewport.count(); i++) {
            DrawnLine line = DrawnLine.of(viewport.top() + i, lines.line(viewport.top() + i), font);
            widest = Math.max(widest, line.width());
            drawn.add(line);
        }
        painter.paint(canvas.getGraphicsContext2D(), scene(), drawn, -viewport.offset());
        if (widest > before && widest > textWidth() && !horizontal.isVisible()) {
            setNeedsLayout(true);
        }
    }

    private LinePainter.Scene scene() {
        return new LinePainter.Scene(lines, canvas.getWidth(), canvas.getHeight(), viewport.rowHeight(), gutterWidth(),
                scrollX, choice.from(), choice.to(), currentRow(), marks);
    }

    private double gutterWidth() {
        int chars = lines.gutterChars();
        return chars == 0 ? 6 : Math.ceil(chars * font.cell()) + 20;
    }

    private double textWidth() {
        return Math.max(0, getWidth() - gutterWidth() - vertical.prefWidth(-1) - 12);
    }

    private void bars() {
        moving = true;
        double visible = viewport.visibleShare();
        vertical.setVisibleAmount(Math.max(0.03, visible));
        vertical.setBlockIncrement(Math.max(1e-9, visible));
        vertical.setUnitIncrement(Math.max(1e-9, visible / viewport.page()));
        vertical.setValue(viewport.share());
        double reach = Math.max(0, widest - textWidth());
        horizontal.setMax(reach);
        horizontal.setVisibleAmount(reach * Math.min(1, textWidth() / Math.max(1, widest)));
        horizontal.setUnitIncrement(font.cell() * 4);
        horizontal.setBlockIncrement(textWidth());
        horizontal.setValue(Math.min(scrollX, reach));
        moving = false;
    }

    private void barMoved(double share) {
        if (!moving) {
            viewport.scrollTo(share);
            viewport.follow(false);
            requestLayout();
        }
    }

    private void scrollX(double pixels) {
        double wanted = Math.max(0, Math.min(pixels, Math.max(0, widest - textWidth())));
        if (wanted != scrollX) {
            scrollX = wanted;
            requestLayout();
        }
    }

    private void fontChanged() {
        font.use(probe.getFont());
        viewport.rowHeight(font.height() + LEADING);
        widest = 0;
        requestLayout();
    }
}
