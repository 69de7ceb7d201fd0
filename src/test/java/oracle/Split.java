package oracle;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A session dealt out over two or three files: some rows to each, some to several, and the cells of these to one file or
 * to all. What the files say together is what the session said, but for the order of the rows, which is that of the
 * files, and for the cells that are made to contradict each other.
 */
public final class Split {
    static final String CONFLICT = "CONFLIT_FICHIERS";

    /**
     * Files that state a cell differently; what the first of them states is what the session said.
     *
     * @param row of the whole session, -1 for a field of the session
     * @param files how many state it
     */
    public record Conflict(String sheet, int row, String header, int files) {}

    /**
     * One file.
     *
     * @param rows for each sheet, its rows as they are numbered in the whole session
     */
    record Part(RawSession raw, Map<String, List<Integer>> rows) {
        static Part all(RawSession raw) {
            Part part = new Part(raw, new HashMap<>());
            for (RawSession.Sheet sheet : raw.sheets()) {
                List<Integer> rows = new ArrayList<>();
                for (int i = 0; i < sheet.rows.size(); i++) {
                    rows.add(i);
                }
                part.rows.put(sheet.name, rows);
            }
            return part;
        }

        /** The row of this file that a row of the session is, -1 when it is none. */
        int row(String sheet, int ofWhole) {
            return rows.getOrDefault(sheet, List.of()).indexOf(ofWhole);
        }

        /** Whether the file has something in that cell, or bears that header or field. */
        boolean states(String sheet, int row, String header) {
            if (sheet.equals(RawSession.SESSION)) {
                return !raw.field(header).isEmpty();
            }
            return row < 0
                    ? raw.sheet(sheet).isPresent()
                    : raw.sheet(sheet).orElseThrow().rows.get(row).containsKey(header);
        }
    }

    private static final List<String> REPEATABLE =
            List.of("Libellé", "Statut", "Lieu", "Établissement", "Région", "Observations", Deis.DATE);

    private final RawSession source;
    private final Dice dice;
    private final int files;
    private final List<Part> parts = new ArrayList<>();
    private final List<Conflict> conflicts = new ArrayList<>();
    private final RawSession whole;

    private Split(RawSession source, Random random) {
        this.source = source;
        this.dice = new Dice(random);
        this.files = splits(source) ? dice.one(2, 2, 3) : 1;
        this.whole = new RawSession(source.stem);
        if (files == 1) {
            parts.add(Part.all(source));
            return;
        }
        for (int i = 0; i < files; i++) {
            parts.add(new Part(new RawSession(source.stem + "-" + (char) ('a' + i)), new HashMap<>()));
        }
        for (String name : List.of(RawSession.JURY, RawSession.CANDIDATES)) {
            whole.remove(name);
            parts.forEach(part -> part.raw().remove(name));
        }
        for (RawSession.Sheet sheet : source.sheets()) {
            deal(sheet);
        }
        fields();
        if (dice.percent(50)) {
            contradictCandidates();
        }
        if (dice.percent(6)) {
            contradictField();
        }
    }

    static Split of(RawSession raw, Random random) {
        return new Split(raw, random);
    }

    RawSession whole() {
        return files == 1 ? source : whole;
    }

    List<Part> parts() {
        return parts;
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** Files without a good identifier are tied to no session; each one needs the numbers; a missing name unites nothing. */
    private static boolean splits(RawSession raw) {
        return raw.field("Session").matches("[A-Z0-9][A-Z0-9-]{2,39}")
                && raw.sheet(RawSession.CANDIDATES)
                        .map(sheet -> sheet.headers.contains(Deis.NUMBER))
                        .orElse(true)
                && raw.sheet(RawSession.JURY)
                        .map(sheet -> sheet.headers.containsAll(List.of("Nom", "Prénom")))
                        .orElse(true);
    }

    /** Any file, or several. */
    private Set<Integer> some(int chancesOfSeveral) {
        Set<Integer> some = new TreeSet<>(Set.of(dice.from(0, files - 1)));
        while (dice.percent(chancesOfSeveral) && some.size() < files) {
            some.add(dice.from(0, files - 1));
        }
        return some;
    }

    private void deal(RawSession.Sheet sheet) {
        Function<Map<String, String>, String> name = naming(sheet.name);
        Map<String, Integer> times = new HashMap<>();
        sheet.rows.forEach(row -> times.merge(name.apply(row), 1, Integer::sum));
        Map<String, Set<Integer>> homes = new HashMap<>();
        List<Set<Integer>> dealt = new ArrayList<>();
        for (int i = 0; i < sheet.rows.size(); i++) {
            String named = name.apply(sheet.rows.get(i));
            // What one file has twice, or cannot name, stays in that file.
            boolean lone = named.isEmpty() || times.get(named) > 1 || sheet.hidden.contains(i);
            Set<Integer> home = homes.computeIfAbsent(named, any -> some(lone ? 0 : 30));
            dealt.add(named.isEmpty() ? some(0) : home);
        }
        List<RawSession.Sheet> sheets = new ArrayList<>();
        parts.forEach(part -> {
            sheets.add(new RawSession.Sheet(sheet.name, List.of()));
            part.rows().put(sheet.name, new ArrayList<>());
        });
        RawSession.Sheet united = new RawSession.Sheet(sheet.name, sheet.headers);
        Map<Integer, Integer> numbered = new LinkedHashMap<>();
        for (int file = 0; file < files; file++) {
            for (int i = 0; i < sheet.rows.size(); i++) {
                if (!dealt.get(i).contains(file)) {
                    continue;
                }
                if (!numbered.containsKey(i)) {
                    numbered.put(i, united.rows.size());
                    united.rows.add(sheet.rows.get(i));
                }
                if (sheet.hidden.contains(i)) {
                    united.hidden.add(numbered.get(i));
                    sheets.get(file).hidden.add(sheets.get(file).rows.size());
                }
                sheets.get(file).rows.add(new LinkedHashMap<>());
                parts.get(file).rows().get(sheet.name).add(numbered.get(i));
            }
        }
        whole.put(united);
        for (int row = 0; row < united.rows.size(); row++) {
            dealCells(united, row, sheets);
        }
        headers(sheet, sheets);
        List<RawSession.Sheet> kept = new ArrayList<>(sheets);
        for (int file = 0; file < files; file++) {
            RawSession.Sheet own = sheets.get(file);
            Set<String> sole = new LinkedHashSet<>(own.headers);
            kept.stream().filter(other -> other != own).forEach(other -> sole.removeAll(other.headers));
            // A file without a row of a sheet may do without the sheet, when others have it and all its headers.
            if (own.rows.isEmpty() && sole.isEmpty() && kept.size() > 1 && dice.percent(50)) {
                kept.remove(own);
            } else {
                parts.get(file).raw().put(own);
            }
        }
    }

    /** By what a row is known in another file; "" when it is known by nothing. */
    private static Function<Map<String, String>, String> naming(String sheet) {
        List<String> headers =
                switch (sheet) {
                    case RawSession.JURY -> List.of("Nom", "Prénom");
                    case RawSession.CANDIDATES -> List.of(Deis.NUMBER);
                    default -> List.of(Deis.NUMBER, Deis.COMPONENT);
                };
        return row -> row.keySet().containsAll(headers)
                        && headers.stream().noneMatch(h -> row.get(h).equals(RawSession.FORMULA_WITHOUT_VALUE))
                ? headers.stream()
                        .map(row::get)
                        .map(said -> sheet.equals(RawSession.JURY) ? plain(said) : said)
                        .collect(Collectors.joining("|"))
                : "";
    }

    /** Names are matched like headers: without regard to case, accents, spaces and punctuation. */
    private static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z]", "");
    }

    /** The names of a row go to each of its files, every other cell to one of them or to all. */
    private void dealCells(RawSession.Sheet united, int row, List<RawSession.Sheet> sheets) {
        List<Map<String, String>> homes = new ArrayList<>();
        for (int file = 0; file < files; file++) {
            int own = parts.get(file).row(united.name, row);
            if (own >= 0) {
                homes.add(sheets.get(file).rows.get(own));
            }
        }
        Set<String> names = new LinkedHashSet<>(
                switch (united.name) {
                    case RawSession.JURY -> List.of("Nom", "Prénom");
                    case RawSession.CANDIDATES -> List.of(Deis.NUMBER);
                    default -> List.of(Deis.NUMBER, Deis.COMPONENT);
                });
        boolean identityRepeated = dice.percent(50);
        united.rows.get(row).forEach((header, value) -> {
            boolean identity = Deis.REQUIRED_CANDIDATE_HEADERS.contains(header);
            boolean everywhere = names.contains(header)
                    || (!value.equals(RawSession.FORMULA_WITHOUT_VALUE)
                            && (identity ? identityRepeated : dice.percent(20)));
            int only = dice.from(0, homes.size() - 1);
            for (int home = 0; home < homes.size(); home++) {
                if (everywhere || home == only) {
                    homes.get(home).put(header, value);
                }
            }
        });
    }

    /** Each file bears the headers that its cells need and others; together they bear those of the session. */
    private void headers(RawSession.Sheet sheet, List<RawSession.Sheet> sheets) {
        for (String header : sheet.headers) {
            boolean strange = !Deis.CANDIDATE_HEADERS.contains(header)
                    && !Deis.JURY_HEADERS.contains(header)
                    && !Deis.DELIBERATION_HEADERS.contains(header);
            List<RawSession.Sheet> bearing = new ArrayList<>(sheets.stream()
                    .filter(own ->
                            header.equals(Deis.NUMBER) || own.rows.stream().anyMatch(row -> row.containsKey(header)))
                    .toList());
            if (strange) {
                // A column that nobody knows is told of each file: one is enough.
                RawSession.Sheet one = bearing.isEmpty() ? dice.one(sheets) : dice.one(bearing);
                sheets.stream().filter(own -> own != one).forEach(own -> own.rows.forEach(row -> row.remove(header)));
                bearing = List.of(one);
            } else if (bearing.isEmpty()) {
                bearing.add(dice.one(sheets));
            }
            for (RawSession.Sheet own : sheets) {
                if (bearing.contains(own) || (!strange && dice.percent(40))) {
                    own.headers.add(header);
                }
            }
        }
        // A lone header is not known for one.
        for (RawSession.Sheet own : sheets) {
            for (String header : sheet.headers) {
                boolean known = Deis.REQUIRED_CANDIDATE_HEADERS.contains(header)
                        || Deis.REQUIRED_JURY_HEADERS.contains(header)
                        || Deis.DELIBERATION_HEADERS.contains(header);
                if (own.headers.size() < 3 && known && !own.headers.contains(header)) {
                    own.headers.add(header);
                }
            }
        }
    }

    private void fields() {
        Set<Integer> authorities = some(50);
        for (RawSession.Field field : source.fields) {
            whole.fields.add(field);
            Set<Integer> homes =
                    switch (field.name()) {
                        case "Session" -> new TreeSet<>(List.of(0, 1, 2));
                        case "Autorité" -> authorities;
                        case "Nombre de candidats" -> Set.of();
                        default -> some(REPEATABLE.contains(field.name()) ? 60 : 0);
                    };
            for (int file = 0; file < files; file++) {
                if (homes.contains(file)) {
                    parts.get(file).raw().fields.add(field);
                }
            }
        }
        counts();
    }

    /** A right number may be that of the session or that of the file; a wrong one must be wrong for both. */
    private void counts() {
        String announced = source.field("Nombre de candidats");
        if (announced.isEmpty()) {
            return;
        }
        int all = whole.sheet(RawSession.CANDIDATES)
                .map(sheet -> sheet.rows.size())
                .orElse(0);
        if (!announced.equals(String.valueOf(all))) {
            Part told = parts.stream()
                    .filter(part -> !announced.equals(String.valueOf(rows(part))))
                    .findFirst()
                    .orElseThrow();
            told.raw().field("Nombre de candidats", announced);
            return;
        }
        for (Part part : parts) {
            part.raw()
                    .field(
                            "Nombre de candidats",
                            switch (dice.from(0, 2)) {
                                case 0 -> "";
                                case 1 -> announced;
                                default -> String.valueOf(rows(part));
                            });
        }
    }

    private static int rows(Part part) {
        return part.rows().getOrDefault(RawSession.CANDIDATES, List.of()).size();
    }

    private void contradictCandidates() {
        RawSession.Sheet sheet = whole.sheet(RawSession.CANDIDATES).orElse(null);
        if (sheet == null || !whole.field("Certification").equals(Deis.CERTIFICATION)) {
            return;
        }
        for (int row = 0; row < sheet.rows.size(); row++) {
            int at = row;
            List<Part> homes =
                    parts.stream().filter(part -> part.row(sheet.name, at) >= 0).toList();
            if (homes.size() > 1 && dice.percent(30)) {
                List<String> stated = homes
                        .getFirst()
                        .raw()
                        .candidates()
                        .rows
                        .get(homes.getFirst().row(sheet.name, row))
                        .entrySet()
                        .stream()
                        .filter(cell -> !cell.getKey().equals(Deis.NUMBER)
                                && Deis.CANDIDATE_HEADERS.contains(cell.getKey())
                                && sheet.headers.contains(cell.getKey())
                                && !cell.getValue().equals(RawSession.FORMULA_WITHOUT_VALUE))
                        .map(Map.Entry::getKey)
                        .toList();
                if (!stated.isEmpty()) {
                    contradict(sheet, row, dice.one(stated), homes);
                }
            }
        }
    }

    private void contradict(RawSession.Sheet sheet, int row, String header, List<Part> homes) {
        RawSession.Sheet last = homes.getLast().raw().candidates();
        Map<String, String> cells = last.rows.get(homes.getLast().row(sheet.name, row));
        if (!last.headers.contains(header)) {
            last.headers.add(header);
        }
        cells.put(header, other(header, sheet.rows.get(row).get(header)));
        int files = (int) homes.stream()
                .filter(part -> part.states(sheet.name, part.row(sheet.name, row), header))
                .count();
        conflicts.add(new Conflict(sheet.name, row, header, files));
    }

    private String other(String header, String value) {
        if (Deis.MARK_HEADERS.contains(header)) {
            Mark mark = Mark.read(value);
            return mark.is(Mark.State.VALID) && mark.value().signum() > 0
                    ? dice.one("0", "ABS", "NP", "douze", "21")
                    : "12,25";
        }
        if (header.equals(Deis.COMPETENCE)) {
            return value.equals("3.1") ? "3.2" : "3.1";
        }
        if (header.equals(Deis.BIRTH)) {
            return value.endsWith("1971") ? "01/02/1972" : "01/02/1971";
        }
        return Text.length(value).map(number -> String.valueOf(number + 1)).orElse(value + " bis");
    }

    private void contradictField() {
        List<String> stated = REPEATABLE.stream()
                .filter(name -> !name.equals("Statut")
                        && !parts.getFirst().raw().field(name).isEmpty())
                .toList();
        if (!stated.isEmpty()) {
            String name = dice.one(stated);
            parts.getLast().raw().field(name, name.equals(Deis.DATE) ? "01/02/2025" : "Autre chose");
            int files = (int) parts.stream()
                    .filter(part -> !part.raw().field(name).isEmpty())
                    .count();
            if (!parts.getFirst().raw().field(name).equals(parts.getLast().raw().field(name))) {
                conflicts.add(new Conflict(RawSession.SESSION, -1, name, files));
            }
        }
    }
}
