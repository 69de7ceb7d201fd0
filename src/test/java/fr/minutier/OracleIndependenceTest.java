package fr.minutier;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A second computation is worth having only as long as it owes nothing to the first. */
@AnalyzeClasses(packages = "oracle")
class OracleIndependenceTest {
    @ArchTest
    static final ArchRule the_independent_computation_uses_nothing_of_the_product = noClasses()
            .that()
            .resideInAPackage("oracle..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("fr.minutier..");
}
