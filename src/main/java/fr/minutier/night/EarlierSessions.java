package fr.minutier.night;

import fr.minutier.check.KnownBlock;
import fr.minutier.check.Person;
import fr.minutier.deliberation.Issue;
import fr.minutier.register.Holding;
import fr.minutier.register.Register;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What closed sessions say of a person: those that the register held when the night began, and those that the night is
 * about to close, so that a session says the same whether an earlier one is handed in with it or the night before. It
 * never changes while a night goes on.
 */
final class EarlierSessions implements Function<Person, List<KnownBlock>> {
    private final Register register;
    private final Map<String, Integer> editions;
    private final Function<Person, List<KnownBlock>> tonight;

    EarlierSessions(Register register) {
        this(register, register.closedInForce(), person -> List.of());
    }

    /**
     * What a night knows, told to somebody else.
     *
     * @param editions in force of closed sessions, when the night began
     * @param tonight what the sessions say that the night is about to close
     */
    EarlierSessions(Register register, Map<String, Integer> editions, Function<Person, List<KnownBlock>> tonight) {
        this.register = register;
        this.editions = Map.copyOf(editions);
        this.tonight = tonight;
    }

    /** The same, and the final sessions that a night is about to close. */
    EarlierSessions with(List<Surveyed> aboutToClose) {
        Map<Person, List<KnownBlock>> said = new HashMap<>();
        aboutToClose.forEach(session -> session.persons()
                .forEach((person, blocks) ->
                        said.computeIfAbsent(person, first -> new ArrayList<>()).addAll(blocks)));
        return new EarlierSessions(register, editions, person -> said.getOrDefault(person, List.of()));
    }

    /** The editions in force of closed sessions, when the night began. */
    Map<String, Integer> editions() {
        return editions;
    }

    @Override
    public List<KnownBlock> apply(Person person) {
        List<KnownBlock> known = new ArrayList<>();
        if (!editions.isEmpty()) {
            register.person(person.written()).ifPresent(digest -> register.holdings(digest, editions).stream()
                    .filter(holding -> tellsSomething(holding.issue()))
                    .map(EarlierSessions::known)
                    .forEach(known::add));
        }
        known.addAll(tonight.apply(person));
        return known;
    }

    private static KnownBlock known(Holding holding) {
        return new KnownBlock(
                holding.session(),
                holding.candidate(),
                holding.certification(),
                holding.deliberatedOn(),
                holding.block(),
                holding.issue() == Issue.VALIDE);
    }

    /** What a session took over from elsewhere, or withheld, is not its own word. */
    static boolean tellsSomething(Issue issue) {
        return switch (issue) {
            case VALIDE, NON_VALIDE, ABSENT, NON_PRESENTE -> true;
            case ACQUIS, DISPENSE, RESERVE -> false;
        };
    }
}
