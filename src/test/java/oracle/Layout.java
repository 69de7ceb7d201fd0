package oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A sheet laid out: lines of cells, with the addresses where the header and the rows went.
 *
 * @param official the official name of the sheet
 * @param lines title lines, header, rows, empty lines, total
 * @param header index of the header line
 * @param hidden indexes of hidden lines
 * @param cells A1 addresses by row (-1 the header) and official header
 */
record Layout(
        String official,
        List<List<Shown>> lines,
        int header,
        List<Integer> hidden,
        Map<Integer, Map<String, String>> cells) {

    static Layout ofSession(RawSession raw, Random random, Dice dice, boolean workbook) {
        List<RawSession.Field> fields = new ArrayList<>(raw.fields);
        // Any order of rows, but that of the authorities among themselves, who sign in it.
        if (dice.percent(30)) {
            List<RawSession.Field> authorities =
                    fields.stream().filter(f -> f.name().equals("Autorité")).toList();
            fields.removeAll(authorities);
            Collections.shuffle(fields, random);
            fields.addAll(authorities);
        }
        boolean valueFirst = dice.percent(4); // any order of columns
        List<List<Shown>> lines = titles(dice);
        int header = lines.size();
        lines.add(pair(Shown.text(Shown.header("Champ", dice)), Shown.text(Shown.header("Valeur", dice)), valueFirst));
        Map<String, String> addresses = new HashMap<>();
        for (RawSession.Field field : fields) {
            if (dice.percent(4)) {
                lines.add(List.of());
            }
            addresses.putIfAbsent(field.name(), address(valueFirst ? 0 : 1, lines.size()));
            Shown value = fixed(field.name())
                    ? Shown.text(field.value())
                    : Shown.of(field.name(), field.value(), dice, workbook);
            lines.add(pair(Shown.text(Shown.header(field.name(), dice)), value, valueFirst));
        }
        return new Layout(RawSession.SESSION, lines, header, List.of(), Map.of(0, addresses));
    }

    /** Codes are left as they are: nothing says that they may be dressed up. */
    private static boolean fixed(String field) {
        return field.equals("Session") || field.equals("Certification") || field.equals("Statut");
    }

    private static List<Shown> pair(Shown name, Shown value, boolean valueFirst) {
        return valueFirst ? List.of(value, name) : List.of(name, value);
    }

    static Layout of(RawSession.Sheet sheet, Random random, Dice dice, boolean workbook) {
        List<String> columns = new ArrayList<>(sheet.headers);
        if (dice.percent(60)) {
            Collections.shuffle(columns, random); // any column order
        }
        List<List<Shown>> lines = titles(dice);
        int header = lines.size();
        Map<Integer, Map<String, String>> cells = new HashMap<>();
        cells.put(-1, new HashMap<>());
        List<Shown> head = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            cells.get(-1).put(columns.get(i), address(i, header));
            head.add(Shown.text(Shown.header(columns.get(i), dice)));
        }
        lines.add(head);
        List<Integer> hidden = new ArrayList<>();
        for (int row = 0; row < sheet.rows.size(); row++) {
            // Empty rows say nothing.
            if (dice.percent(3)) {
                lines.add(List.of());
            }
            if (sheet.hidden.contains(row)) {
                hidden.add(lines.size());
            }
            List<Shown> line = new ArrayList<>();
            Map<String, String> addresses = new HashMap<>();
            for (int i = 0; i < columns.size(); i++) {
                addresses.put(columns.get(i), address(i, lines.size()));
                line.add(
                        Shown.of(columns.get(i), sheet.rows.get(row).getOrDefault(columns.get(i), ""), dice, workbook));
            }
            cells.put(row, addresses);
            lines.add(line);
        }
        if (sheet.name.equals(RawSession.CANDIDATES) && dice.percent(25)) {
            lines.addAll(total(columns, dice));
        }
        return new Layout(sheet.name, lines, header, hidden, cells);
    }

    /** A line that counts or averages the columns is no candidate: it says so and bears no name. */
    private static List<List<Shown>> total(List<String> columns, Dice dice) {
        List<List<Shown>> lines = new ArrayList<>();
        if (dice.percent(50)) {
            lines.add(List.of());
        }
        List<Shown> line = new ArrayList<>(Collections.nCopies(columns.size(), Shown.EMPTY));
        for (int i = 0; i < columns.size(); i++) {
            if (Deis.MARK_HEADERS.contains(columns.get(i)) && dice.percent(60)) {
                line.set(i, Shown.text(Dice.mark(dice.anyMark())));
            }
        }
        int label = Math.max(0, columns.indexOf(dice.one(Deis.NUMBER, Deis.NAME, columns.get(0))));
        line.set(label, Shown.text(dice.one("Total", "TOTAL", "Moyenne", "Total général")));
        lines.add(line);
        return lines;
    }

    /** Title rows above the header; the header stays among the first fifteen rows. */
    private static List<List<Shown>> titles(Dice dice) {
        List<List<Shown>> lines = new ArrayList<>();
        if (dice.percent(40)) {
            lines.add(List.of(Shown.text("Diplôme d'État d'ingénierie sociale")));
            if (dice.percent(50)) {
                lines.add(List.of(Shown.text("Région Val-d'Azur – document de travail du jury")));
            }
            for (int i = dice.from(0, 3); i > 0; i--) {
                lines.add(List.of());
            }
        }
        return lines;
    }

    static String address(int column, int line) {
        String letters = "";
        for (int c = column + 1; c > 0; c = (c - 1) / 26) {
            letters = (char) ('A' + (c - 1) % 26) + letters;
        }
        return letters + (line + 1);
    }
}
