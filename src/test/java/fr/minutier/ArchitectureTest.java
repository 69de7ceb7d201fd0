package fr.minutier;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.be;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rooms of the house and who may use whom: one way, downhill. A room that does not exist yet breaks nothing.
 */
@AnalyzeClasses(packages = "fr.minutier", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] EXACT_ROOMS = packages("certification", "session", "deliberation", "check");

    private static final DescribedPredicate<JavaClass> BINARY_FRACTION =
            describe("a binary fraction", type -> Stream.of(float.class, double.class, Float.class, Double.class)
                    .anyMatch(type::isEquivalentTo));

    @ArchTest
    static final ArchRule certification_knows_java_and_its_yaml_reader = onlyRooms("certification");

    @ArchTest
    static final ArchRule certification_uses_no_other_library =
            onlyLibraries("certification", "java..", "org.jspecify..", "org.yaml.snakeyaml..");

    @ArchTest
    static final ArchRule session_knows_certification = onlyRooms("session", "certification");

    @ArchTest
    static final ArchRule session_uses_no_library = onlyLibraries("session", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule deliberation_knows_session_and_certification =
            onlyRooms("deliberation", "session", "certification");

    @ArchTest
    static final ArchRule deliberation_uses_no_library = onlyLibraries("deliberation", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule bordereau_knows_certification = onlyRooms("bordereau", "certification");

    @ArchTest
    static final ArchRule check_knows_bordereau_session_and_certification =
            onlyRooms("check", "bordereau", "session", "certification");

    @ArchTest
    static final ArchRule check_uses_no_library = onlyLibraries("check", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule typesetting_knows_nothing_of_juries = onlyRooms("typesetting");

    @ArchTest
    static final ArchRule proof_knows_nothing_of_the_house = onlyRooms("proof");

    @ArchTest
    static final ArchRule proof_uses_java_and_bouncy_castle =
            onlyLibraries("proof", "java..", "org.jspecify..", "org.bouncycastle..");

    @ArchTest
    static final ArchRule mail_knows_nothing_of_the_house = onlyRooms("mail");

    @ArchTest
    static final ArchRule act_knows_what_it_prints =
            onlyRooms("act", "deliberation", "session", "certification", "typesetting", "proof");

    @ArchTest
    static final ArchRule register_knows_decisions_and_sessions =
            onlyRooms("register", "deliberation", "session", "certification");

    @ArchTest
    static final ArchRule archive_knows_the_register = onlyRooms("archive", "register");

    @ArchTest
    static final ArchRule report_knows_what_it_tells =
            onlyRooms("report", "check", "deliberation", "session", "bordereau", "certification");

    @ArchTest
    static final ArchRule delivery_knows_what_it_sends =
            onlyRooms("delivery", "session", "certification", "typesetting", "register", "mail");

    @ArchTest
    static final ArchRule rooms_form_no_cycle =
            slices().matching("fr.minutier.(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule only_night_and_cli_join_register_with_check_and_act = noClasses()
            .that()
            .resideOutsideOfPackages(packages("night", "cli"))
            .should(joinRegisterWith("check"))
            .orShould(joinRegisterWith("act"))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_mark_is_kept_as_a_binary_fraction = fields().that()
            .areDeclaredInClassesThat(resideInAnyPackage(EXACT_ROOMS))
            .should()
            .haveRawType(not(BINARY_FRACTION))
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule no_mark_is_handed_over_as_a_binary_fraction = codeUnits()
            .that()
            .areDeclaredInClassesThat(resideInAnyPackage(EXACT_ROOMS))
            .should()
            .haveRawParameterTypes(describe("no binary fraction", ArchitectureTest::noBinaryFraction))
            .andShould()
            .haveRawReturnType(not(BINARY_FRACTION))
            .allowEmptyShould(true);

    private static boolean noBinaryFraction(List<JavaClass> types) {
        return types.stream().noneMatch(BINARY_FRACTION);
    }

    /** Among the rooms of the house, one may use itself and those named. */
    private static ArchRule onlyRooms(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(in(room))
                .should()
                .onlyDependOnClassesThat(resideInAPackage(in(room))
                        .or(resideInAnyPackage(packages(allowed)))
                        .or(not(resideInAPackage("fr.minutier.."))))
                .allowEmptyShould(true);
    }

    /** Outside the house, a room may use the packages named alone. */
    private static ArchRule onlyLibraries(String room, String... allowed) {
        return classes()
                .that()
                .resideInAPackage(in(room))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed).or(resideInAPackage("fr.minutier..")))
                .allowEmptyShould(true);
    }

    private static ArchCondition<JavaClass> joinRegisterWith(String room) {
        return be(describe(
                "a class that joins register with " + room, type -> uses(type, "register") && uses(type, room)));
    }

    private static boolean uses(JavaClass type, String room) {
        return resideInAPackage(in(room)).test(type)
                || type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> resideInAPackage(in(room)).test(dependency.getTargetClass()));
    }

    private static String[] packages(String... rooms) {
        return Stream.of(rooms).map(ArchitectureTest::in).toArray(String[]::new);
    }

    private static String in(String room) {
        return "fr.minutier." + room + "..";
    }
}
