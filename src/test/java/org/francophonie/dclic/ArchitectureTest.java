package org.francophonie.dclic;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

@Requirement({"F-134", "F-143"})
class ArchitectureTest {
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.francophonie.dclic");

    @Test
    void modules_use_only_what_they_say_and_never_in_a_circle() {
        var modules = ApplicationModules.of(DclicApplication.class);

        modules.verify();

        new Documenter(modules).writeDocumentation();
    }

    @Test
    void the_domain_knows_neither_services_nor_screens() {
        noClasses()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("..service..", "..ui..")
                .check(CODE);
    }

    @Test
    void services_know_no_screen() {
        noClasses()
                .that()
                .resideInAPackage("..service..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.francophonie.dclic.(identity|learning|assessment|authoring).ui..")
                .check(CODE);
    }

    @Test
    void screens_and_pages_never_touch_the_database() {
        noClasses()
                .that()
                .resideInAnyPackage("..ui..", "..site..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.springframework.jdbc..", "jakarta.persistence..", "org.springframework.data.repository..")
                .check(CODE);
    }

    @Test
    void addresses_are_never_checked_by_a_field_that_refuses_half_of_them() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "com\\.vaadin\\.flow\\.component\\.textfield\\.EmailField|com\\.vaadin\\.flow\\.data\\.validator\\.EmailValidator")
                .check(CODE);
    }

    @Test
    void xml_is_read_in_one_place() {
        noClasses()
                .that()
                .doNotHaveSimpleName("XmlFactory")
                .should()
                .dependOnClassesThat()
                .haveNameMatching(
                        "javax\\.xml\\.parsers\\.DocumentBuilderFactory|javax\\.xml\\.stream\\.XMLInputFactory|javax\\.xml\\.parsers\\.SAXParserFactory")
                .check(CODE);
    }

    @Test
    void archives_are_opened_in_one_place() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.francophonie.dclic.platform.files.SafeUnzip")
                .and()
                .haveNameNotMatching(".*SafeUnzip\\$.*")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.zip\\.Zip(File|InputStream)")
                .check(CODE);
    }

    @Test
    void nothing_written_by_authors_is_ever_run() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveNameMatching("javax\\.script\\..*|org\\.springframework\\.expression\\..*")
                .check(CODE);
    }

    @Test
    void markup_enters_screens_in_one_place() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.vaadin.flow.component.Html")
                .check(CODE);
    }
}
