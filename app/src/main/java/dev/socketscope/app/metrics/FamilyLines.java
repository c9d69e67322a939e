package dev.socketscope.app.metrics;

import dev.socketscope.app.controls.ChartPoints;
import dev.socketscope.app.controls.TimeView;
import dev.socketscope.engine.prometheus.Curve;
import dev.socketscope.engine.prometheus.Curves;
import dev.socketscope.engine.prometheus.FamilyHistory;
import dev.socketscope.engine.prometheus.Points;
import dev.socketscope.engine.prometheus.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lines of a family in a stretch of time.
 *
 * @param all how many there would be; the first {@value #MOST} are made
 */
record FamilyLines(List<Line> lines, int all, Scale scale) {
    /** More cannot be told apart. */
    static final int MOST = 12;

    static FamilyLines of(FamilyHistory family, Reading reading, Map<String, String> wanted, TimeView view) {
        List<Curve> curves = Curves.of(family, reading, wanted, view.from(), view.to());
        List<Curve> shown = curves.subList(0, Math.min(MOST, curves.size()));
        Scale scale = Scale.of(family, reading, highest(family, reading, shown));
        List<Line> lines = new ArrayList<>();
        for (Curve curve : shown) {
            lines.add(line(lines.size(), family, reading, curve, scale));
        }
        return new FamilyLines(lines, curves.size(), scale);
    }

    private static double highest(FamilyHistory family, Reading reading, List<Curve> curves) {
        double highest = 0;
        for (Curve curve : curves) {
            for (int i = 0; i < curve.points().size(); i++) {
                highest = Math.max(highest, value(family, reading, curve.points(), i));
            }
        }
        return highest;
    }

    private static Line line(int number, FamilyHistory family, Reading reading, Curve curve, Scale scale) {
        Points points = curve.points();
        ChartPoints drawn = new ChartPoints(Math.max(1, points.size()));
        double sum = 0;
        double least = Double.NaN;
        double most = Double.NaN;
        double last = Double.NaN;
        for (int i = 0; i < points.size(); i++) {
            last = value(family, reading, points, i);
            drawn.add(points.time(i), last * scale.factor());
            sum += last;
            least = Double.isNaN(least) ? last : Math.min(least, last);
            most = Double.isNaN(most) ? last : Math.max(most, last);
        }
        String title = curve.title().isEmpty() ? family.name() : curve.title();
        return new Line(number, title, drawn, last, least, sum / points.size(), most);
    }

    private static double value(FamilyHistory family, Reading reading, Points points, int index) {
        return Moments.value(family, reading, points.time(index), points.value(index));
    }
}
