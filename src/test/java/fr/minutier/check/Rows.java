package fr.minutier.check;

import fr.minutier.bordereau.Address;
import fr.minutier.bordereau.Cell;
import fr.minutier.bordereau.Content;
import fr.minutier.bordereau.Line;
import fr.minutier.bordereau.Sheet;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A sheet in the making: values by header. */
final class Rows {
    final String name;
    final List<String> columns;
    final List<Map<String, Object>> rows = new ArrayList<>();
    final Set<Integer> hidden = new HashSet<>();

    Rows(String name, List<String> columns) {
        this.name = name;
        this.columns = new ArrayList<>(columns);
    }

    void add() {
        rows.add(new LinkedHashMap<>());
    }

    Map<String, Object> last() {
        return rows.getLast();
    }

    Sheet sheet(String file) {
        List<Line> lines = new ArrayList<>();
        lines.add(line(file, name, 0, false, columns));
        for (int row = 0; row < rows.size(); row++) {
            Map<String, Object> values = rows.get(row);
            lines.add(line(
                    file,
                    name,
                    row + 1,
                    hidden.contains(row + 1),
                    columns.stream().map(values::get).toList()));
        }
        return new Sheet(name, file, false, lines);
    }

    static Line line(String file, String name, int row, boolean hidden, List<?> values) {
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < values.size(); column++) {
            Object value = values.get(column);
            if (value != null && !value.equals("")) {
                cells.add(new Cell(new Address(file, name, row, column), content(value)));
            }
        }
        return new Line(row, hidden, cells);
    }

    private static Content content(Object value) {
        return switch (value) {
            case Content content -> content;
            case LocalDate day -> new Content.Day(day);
            case Integer number -> new Content.Number(BigDecimal.valueOf(number));
            case BigDecimal number -> new Content.Number(number);
            default -> new Content.Text(value.toString());
        };
    }
}
