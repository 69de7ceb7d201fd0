package oracle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One row of Candidats, read alone; what only the other rows tell (doubles, homonyms, groups) is added from outside. */
final class CandidateReading {
    /** How a block is come by, and what came of it. */
    private record Outcome(String issue, String points, String mode) {}

    private final RawSession raw;
    private final RawSession.Sheet sheet;
    private final int row;
    private final String number;
    private final List<Anomaly> anomalies = new ArrayList<>();
    private final Map<String, Mark> marks = new HashMap<>();
    /** The rows of Délibération whose marks replaced those of Candidats, by header. */
    private final Map<String, Integer> settled = new HashMap<>();

    private final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    /** In how many files each cell stands that two of them state differently. */
    private final Map<String, Integer> disputed = new LinkedHashMap<>();

    CandidateReading(RawSession raw, int row, List<Split.Conflict> conflicts) {
        this.raw = raw;
        conflicts.forEach(c -> disputed.put(c.header(), c.files()));
        this.sheet = raw.candidates();
        this.row = row;
        this.number = sheet.text(row, Deis.NUMBER);
        formulas();
        identity();
        Deis.MARK_HEADERS.forEach(h -> marks.put(h, Mark.read(cell(h))));
        settledMarks();
        Set<String> acquired = acquiredBlocks();
        Set<String> exempted = exemptedBlocks();
        for (Deis.Block block : Deis.BLOCKS) {
            outcomes.put(block.code(), block(block, acquired, exempted));
        }
        if (sheet.hidden.contains(row)) {
            fault("", "LIGNE_MASQUEE", Anomaly.INFORMATION);
        }
    }

    String number() {
        return number;
    }

    String group() {
        return cell(Deis.GROUP);
    }

    /** The mark that counts: the one that the jury settled when it settled one. */
    Mark mark(String header) {
        return marks.get(header);
    }

    /** Whether two files state his group, or the mark of its report, differently. */
    boolean disputedGroup() {
        return disputed.containsKey(Deis.GROUP) || disputed.containsKey(Deis.COLLECTIVE);
    }

    /** Tells of each cell that files state differently, and of nothing else there. */
    void conflicts() {
        disputed.forEach((header, files) -> {
            anomalies.removeIf(a -> a.sheet().equals(sheet.name) && a.header().equals(header));
            for (int file = 0; file < files; file++) {
                blocking(header, Split.CONFLICT);
            }
        });
    }

    /** The pages of the collective report when they can be read. */
    Optional<Integer> pages() {
        return disputed.containsKey(Deis.COLLECTIVE_PAGES)
                ? Optional.empty()
                : Text.length(cell(Deis.COLLECTIVE_PAGES));
    }

    /** Names and birth date, empty when one of them or the number is not there. */
    Optional<String> person() {
        if (number.isEmpty()
                || disputed.containsKey(Deis.NAME)
                || disputed.containsKey(Deis.FIRST_NAMES)
                || disputed.containsKey(Deis.BIRTH)
                || cell(Deis.NAME).isEmpty()
                || cell(Deis.FIRST_NAMES).isEmpty()
                || Text.date(cell(Deis.BIRTH)).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(String.join(
                "|",
                cell(Deis.NAME),
                cell(Deis.FIRST_NAMES),
                Text.date(cell(Deis.BIRTH)).get().toString()));
    }

    List<Anomaly> anomalies() {
        return List.copyOf(anomalies);
    }

    void fault(String header, String code, String gravity) {
        anomalies.add(new Anomaly(sheet.name, header, row, number, code, gravity));
    }

    /** A fault of the mark that counts, which lies where that mark was written: in Délibération when it was settled. */
    void markFault(String header, String code) {
        if (settled.containsKey(header)) {
            correctionFault(raw.deliberation(), settled.get(header), Deis.SETTLED, code, Anomaly.BLOCKING);
        } else {
            blocking(header, code);
        }
    }

    private void blocking(String header, String code) {
        fault(header, code, Anomaly.BLOCKING);
    }

    private String cell(String header) {
        return sheet.text(row, header);
    }

    private boolean formula(String header) {
        return cell(header).equals(RawSession.FORMULA_WITHOUT_VALUE);
    }

    private void formulas() {
        for (String header : Deis.CANDIDATE_HEADERS) {
            if (formula(header)) {
                blocking(header, "FORMULE_SANS_VALEUR");
            }
        }
    }

    private void identity() {
        if (!number.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,29}")) {
            blocking(Deis.NUMBER, "NUMERO_INVALIDE");
        }
        for (String header : List.of(Deis.NAME, Deis.FIRST_NAMES, Deis.BIRTH, Deis.ROUTE)) {
            if (cell(header).isEmpty()) {
                blocking(header, "IDENTITE_INCOMPLETE");
            }
        }
        String birth = cell(Deis.BIRTH);
        if (!birth.isEmpty() && !formula(Deis.BIRTH) && Text.date(birth).isEmpty()) {
            blocking(Deis.BIRTH, "DATE_INVALIDE");
        }
        String route = cell(Deis.ROUTE);
        if (route.equals(Deis.CLOSED_ROUTE)) {
            blocking(Deis.ROUTE, "VOIE_NON_OUVERTE");
        } else if (!route.isEmpty()
                && !formula(Deis.ROUTE)
                && !route.equals(Deis.VAE)
                && !Deis.TAUGHT_ROUTES.contains(route)) {
            blocking(Deis.ROUTE, "VOIE_INCONNUE");
        }
    }

    private void settledMarks() {
        Optional<RawSession.Sheet> corrections = raw.sheet(RawSession.DELIBERATION);
        if (number.isEmpty() || corrections.isEmpty()) {
            return;
        }
        RawSession.Sheet deliberation = corrections.get();
        for (int at = 0; at < deliberation.rows.size(); at++) {
            if (!deliberation.text(at, Deis.NUMBER).equals(number)) {
                continue;
            }
            String component = deliberation.text(at, Deis.COMPONENT);
            if (!Deis.MARK_HEADERS.contains(component)) {
                correctionFault(deliberation, at, Deis.COMPONENT, "DELIBERATION_INVALIDE", Anomaly.BLOCKING);
                continue;
            }
            Mark written = marks.get(component);
            Mark mark = Mark.read(deliberation.text(at, Deis.SETTLED));
            if (!mark.is(Mark.State.VALID)) {
                // The jury settles a number and nothing else.
                String code = mark.is(Mark.State.EMPTY)
                        ? "NOTE_MANQUANTE"
                        : mark.state().fault.isEmpty() ? "NOTE_ILLISIBLE" : mark.state().fault;
                correctionFault(deliberation, at, Deis.SETTLED, code, Anomaly.BLOCKING);
            } else if (written.is(Mark.State.VALID) && written.value().compareTo(mark.value()) == 0) {
                correctionFault(deliberation, at, Deis.SETTLED, "DELIBERATION_SANS_EFFET", Anomaly.WARNING);
                settled.put(component, at);
            } else if (written.state().fault.isEmpty()) {
                // A mark, ABS, NP or an empty cell may be replaced; a cell at fault stays at fault.
                marks.put(component, mark);
                settled.put(component, at);
            }
        }
    }

    private void correctionFault(RawSession.Sheet deliberation, int at, String header, String code, String gravity) {
        anomalies.add(new Anomaly(deliberation.name, header, at, number, code, gravity));
    }

    private Set<String> acquiredBlocks() {
        Set<String> acquired = new TreeSet<>();
        for (String part : cell(Deis.ACQUIRED).split(";")) {
            String code = part.replaceAll("\\(.*\\)", "").strip();
            if (Deis.BLOCKS.stream().anyMatch(b -> b.code().equals(code))) {
                acquired.add(code);
            } else if (!code.isEmpty()) {
                blocking(Deis.ACQUIRED, "BLOC_INCONNU");
            }
        }
        return acquired;
    }

    private Set<String> exemptedBlocks() {
        String title = cell(Deis.TITLE);
        if (Deis.EXEMPTING_TITLES.contains(title)) {
            return Set.of(Deis.EXEMPTED_BLOCK);
        }
        if (!title.isEmpty()) {
            fault(Deis.TITLE, "DISPENSE_SANS_EFFET", Anomaly.WARNING);
        }
        return Set.of();
    }

    private Outcome block(Deis.Block block, Set<String> acquired, Set<String> exempted) {
        boolean earlier = acquired.contains(block.code());
        boolean exempt = exempted.contains(block.code());
        boolean vae = Deis.byVae(this::cell);
        String decision = cell(block.vaeHeader());
        if (formula(block.vaeHeader())) {
            decision = "";
        } else if (!decision.isEmpty() && (earlier || exempt || !vae)) {
            blocking(block.vaeHeader(), "VAE_DECISION_INATTENDUE");
        } else if (vae && !earlier && !exempt && !Deis.VAE_DECISIONS.contains(decision)) {
            blocking(block.vaeHeader(), "VAE_DECISION_MANQUANTE");
        }
        if (earlier || exempt || vae) {
            unexpectedMarks(block);
            if (earlier) {
                return new Outcome("ACQUIS", "", "acquis");
            }
            if (exempt) {
                return new Outcome("DISPENSE", "", "dispense");
            }
            return switch (decision) {
                case "validé" -> new Outcome("VALIDE", "", "vae");
                case "non validé" -> new Outcome("NON_VALIDE", "", "vae");
                default -> new Outcome("NON_PRESENTE", "", "vae");
            };
        }
        return epreuve(block);
    }

    /** In a block that is not taken by épreuve a mark at fault keeps its own code; any other is unexpected. */
    private void unexpectedMarks(Deis.Block block) {
        for (Deis.Component component : block.components()) {
            Mark mark = mark(component.header());
            if (mark.is(Mark.State.FORMULA) || mark.is(Mark.State.EMPTY)) {
                continue; // the formula is named already
            }
            blocking(component.header(), mark.state().fault.isEmpty() ? "NOTE_INATTENDUE" : mark.state().fault);
        }
    }

    private Outcome epreuve(Deis.Block block) {
        List<Deis.Component> components = block.components();
        boolean allNp = components.stream().allMatch(c -> mark(c.header()).is(Mark.State.NP));
        boolean anyAbs = components.stream().anyMatch(c -> mark(c.header()).is(Mark.State.ABS));
        boolean allValid = components.stream().allMatch(c -> mark(c.header()).is(Mark.State.VALID));
        BigDecimal points = BigDecimal.ZERO;
        for (Deis.Component component : components) {
            Mark mark = mark(component.header());
            points = points.add(mark.value().multiply(BigDecimal.valueOf(component.coefficient())));
            if (mark.is(Mark.State.EMPTY) || (mark.is(Mark.State.NP) && !allNp)) {
                blocking(component.header(), "NOTE_MANQUANTE");
            } else if (!mark.state().fault.isEmpty() && !mark.is(Mark.State.FORMULA)) {
                blocking(component.header(), mark.state().fault);
            }
        }
        beside(block);
        if (allNp) {
            return new Outcome("NON_PRESENTE", "", "epreuve");
        }
        if (anyAbs || !allValid) {
            return new Outcome("ABSENT", "", "epreuve");
        }
        boolean reached = points.compareTo(BigDecimal.valueOf(block.threshold())) >= 0;
        return new Outcome(reached ? "VALIDE" : "NON_VALIDE", Text.french(points), "epreuve");
    }

    /** Length, group and competence, asked only where the work that they belong to bears a number. */
    private void beside(Deis.Block block) {
        Deis.Length length = block.length();
        if (!mark(length.component()).isNumber()) {
            return;
        }
        if (!formula(length.header())) {
            Optional<Integer> given = Text.length(cell(length.header()));
            if (given.isEmpty()) {
                fault(length.header(), "LONGUEUR_MANQUANTE", Anomaly.TO_SETTLE);
            } else if (given.get() < length.least() || given.get() > length.most()) {
                fault(length.header(), length.code(), Anomaly.TO_SETTLE);
            }
        }
        if (length.component().equals(Deis.COLLECTIVE) && group().isEmpty()) {
            blocking(Deis.GROUP, "GROUPE_MANQUANT");
        }
        if (length.component().equals(Deis.ARTICLE)
                && !formula(Deis.COMPETENCE)
                && !Deis.COMPETENCES.contains(cell(Deis.COMPETENCE))) {
            blocking(Deis.COMPETENCE, "COMPETENCE_INVALIDE");
        }
    }

    /** Applies the waivers, once every anomaly of the candidate is known. */
    void waive() {
        if (disputed.containsKey(Deis.WAIVER)) {
            return;
        }
        for (String entry : cell(Deis.WAIVER).split(";")) {
            if (entry.isBlank()) {
                continue;
            }
            int colon = entry.indexOf(':');
            String code = Text.clean(colon < 0 ? entry : entry.substring(0, colon));
            String reason = colon < 0 ? "" : Text.clean(entry.substring(colon + 1));
            boolean met = false;
            for (int i = 0; i < anomalies.size(); i++) {
                Anomaly a = anomalies.get(i);
                if (!reason.isEmpty() && a.code().equals(code) && a.gravity().equals(Anomaly.TO_SETTLE)) {
                    anomalies.set(
                            i, new Anomaly(a.sheet(), a.header(), a.row(), a.candidate(), code, Anomaly.INFORMATION));
                    met = true;
                }
            }
            if (!met) {
                fault(Deis.WAIVER, "DEROGATION_SANS_OBJET", Anomaly.INFORMATION);
            }
        }
    }

    private boolean withheld() {
        return !cell(Deis.WITHHELD).isEmpty() || anomalies.stream().anyMatch(Anomaly::withholds);
    }

    String decision() {
        if (withheld()) {
            return "RESERVE";
        }
        long acquired = outcomes.values().stream()
                .filter(o -> Set.of("VALIDE", "DISPENSE", "ACQUIS").contains(o.issue()))
                .count();
        return acquired == outcomes.size() ? "ADMIS" : acquired > 0 ? "PARTIEL" : "AJOURNE";
    }

    /** The blocks validated in this session. */
    List<String> validated() {
        return outcomes.entrySet().stream()
                .filter(e -> e.getValue().issue().equals("VALIDE"))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<List<String>> blocs() {
        List<List<String>> rows = new ArrayList<>();
        for (Deis.Block block : Deis.BLOCKS) {
            Outcome outcome = withheld() ? new Outcome("RESERVE", "", "") : outcomes.get(block.code());
            rows.add(List.of(
                    number,
                    block.code(),
                    outcome.issue(),
                    outcome.points(),
                    String.valueOf(block.maximum()),
                    String.valueOf(block.threshold()),
                    outcome.mode()));
        }
        return rows;
    }
}
