package dev.socketscope.app.controls;

import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView.ResizeFeatures;
import javafx.util.Callback;

/**
 * Gives every column the width that it was given, and the last one what is left. When that would be too little, the others
 * shrink together towards their least widths.
 */
// The table's property for this has a raw type.
@SuppressWarnings("rawtypes")
final class LastColumnTakesRest implements Callback<ResizeFeatures, Boolean> {
    @Override
    @SuppressWarnings("unchecked")
    public Boolean call(ResizeFeatures features) {
        resize((ResizeFeatures<Object>) features);
        return true;
    }

    private static <S> void resize(ResizeFeatures<S> features) {
        TableColumn<S, ?> dragged = features.getColumn();
        if (dragged != null) {
            dragged.setPrefWidth(Math.max(dragged.getMinWidth(), dragged.getWidth() + features.getDelta()));
        }
        List<TableColumn<S, ?>> columns = features.getTable().getVisibleLeafColumns();
        if (!columns.isEmpty()) {
            share(features, columns);
        }
    }

    private static <S> void share(ResizeFeatures<S> features, List<TableColumn<S, ?>> columns) {
        TableColumn<S, ?> last = columns.getLast();
        List<TableColumn<S, ?>> others = columns.subList(0, columns.size() - 1);
        double wanted = others.stream().mapToDouble(TableColumn::getPrefWidth).sum();
        double least = others.stream().mapToDouble(TableColumn::getMinWidth).sum();
        double room = features.getContentWidth() - last.getMinWidth();
        double shrink = wanted <= room || wanted <= least ? 0 : Math.min(1, (wanted - room) / (wanted - least));
        double used = 0;
        for (TableColumn<S, ?> column : others) {
            double width = Math.floor(column.getPrefWidth() - shrink * (column.getPrefWidth() - column.getMinWidth()));
            features.setColumnWidth(column, width);
            used += width;
        }
        features.setColumnWidth(last, Math.max(last.getMinWidth(), features.getContentWidth() - used));
    }
}
