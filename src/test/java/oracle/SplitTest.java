package oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** That sessions dealt out over several files are worth comparing with, and still say what they said. */
class SplitTest {
    private static final int SESSIONS = 150;

    @Test
    void the_files_together_say_what_the_session_said_and_contradict_each_other_only_where_it_is_told() {
        RandomSessions sessions = new RandomSessions(5);
        Random random = new Random(5);
        for (int i = 0; i < SESSIONS; i++) {
            RawSession raw = sessions.next();
            Split split = Split.of(raw, random);
            for (RawSession.Sheet sheet : raw.sheets()) {
                RawSession.Sheet whole = split.whole().sheet(sheet.name).orElseThrow();
                assertThat(whole.rows).containsExactlyInAnyOrderElementsOf(sheet.rows);
                for (int row = 0; row < whole.rows.size(); row++) {
                    compare(split, whole, row);
                }
            }
        }
    }

    private static void compare(Split split, RawSession.Sheet whole, int row) {
        Map<String, Set<String>> stated = new HashMap<>();
        for (Split.Part part : split.parts()) {
            int own = part.row(whole.name, row);
            if (own >= 0) {
                part.raw()
                        .sheet(whole.name)
                        .orElseThrow()
                        .rows
                        .get(own)
                        .forEach((header, value) -> stated.computeIfAbsent(header, any -> new HashSet<>())
                                .add(value));
            }
        }
        whole.rows.get(row).forEach((header, value) -> {
            if (strange(header)) {
                return;
            }
            boolean disputed = split.conflicts().stream()
                    .anyMatch(c -> c.sheet().equals(whole.name)
                            && c.row() == row
                            && c.header().equals(header));
            assertThat(stated.get(header)).contains(value).hasSize(disputed ? 2 : 1);
        });
    }

    /** What nobody reads may be lost. */
    private static boolean strange(String header) {
        return !Deis.CANDIDATE_HEADERS.contains(header)
                && !Deis.JURY_HEADERS.contains(header)
                && !Deis.DELIBERATION_HEADERS.contains(header);
    }

    @Test
    void rows_and_cells_lie_in_one_file_and_in_several_and_some_contradict_each_other() {
        RandomSessions sessions = new RandomSessions(6);
        Random random = new Random(6);
        int parted = 0;
        int shared = 0;
        int alone = 0;
        Set<String> disputed = new HashSet<>();
        for (int i = 0; i < SESSIONS; i++) {
            Split split = Split.of(sessions.next(), random);
            parted += split.parts().size() > 1 ? 1 : 0;
            split.conflicts().forEach(conflict -> disputed.add(conflict.header()));
            int rows = split.whole()
                    .sheet(RawSession.CANDIDATES)
                    .map(sheet -> sheet.rows.size())
                    .orElse(0);
            for (int row = 0; row < rows; row++) {
                int at = row;
                long files = split.parts().stream()
                        .filter(part -> part.row(RawSession.CANDIDATES, at) >= 0)
                        .count();
                shared += files > 1 ? 1 : 0;
                alone += files == 1 ? 1 : 0;
            }
        }
        assertThat(parted).isGreaterThan(SESSIONS * 9 / 10);
        assertThat(shared * 6).isGreaterThan(alone);
        assertThat(disputed)
                .containsAll(Deis.MARK_HEADERS)
                .containsAll(List.of(
                        Deis.NAME,
                        Deis.BIRTH,
                        Deis.ROUTE,
                        Deis.GROUP,
                        Deis.COMPETENCE,
                        Deis.COLLECTIVE_PAGES,
                        Deis.DATE));
    }
}
