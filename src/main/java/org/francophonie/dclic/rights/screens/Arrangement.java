package org.francophonie.dclic.rights.screens;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.francophonie.dclic.platform.ui.ScreenPart;
import org.francophonie.dclic.rights.screens.PlanLine.Showing;

/**
 * Makes one order of all that was said about a surface. A plan of a group counts before those of profiles. Where several
 * count, something is hidden only when all of them hide it, is fixed when one of them fixes it, and stands where the first of
 * them puts it; what no plan names comes last. What somebody arranged for herself comes on top, but hides nothing that is
 * fixed.
 *
 * @param groups plans of the groups of the person, the nearest first
 * @param profiles plans of her profiles; nothing for a profile without one, which shows everything
 * @param own what she arranged herself; nothing when she did not
 */
record Arrangement(List<List<PlanLine>> groups, List<Optional<List<PlanLine>>> profiles, List<PlanLine> own) {

    /** Codes of what is seen, in its order. */
    List<String> of(List<ScreenPart> parts) {
        var codes = new ArrayList<>(parts.stream().map(ScreenPart::code).toList());
        var order = new LinkedHashSet<String>();
        own.forEach(line -> order.add(line.part()));
        counting().stream().findFirst().stream()
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .forEach(line -> order.add(line.part()));
        order.addAll(codes);
        return order.stream()
                .filter(codes::contains)
                .filter(code ->
                        parts.stream().filter(part -> part.code().equals(code)).allMatch(this::isShown))
                .toList();
    }

    private List<Optional<List<PlanLine>>> counting() {
        return groups.isEmpty() ? profiles : groups.stream().map(Optional::of).toList();
    }

    private boolean isShown(ScreenPart part) {
        if (isFixed(part)) return true;
        return !isHidden(part)
                && showing(own, part).filter(Showing.HIDDEN::equals).isEmpty();
    }

    /** Whether she may not hide it. */
    boolean isFixed(ScreenPart part) {
        return part.fixed()
                || counting().stream().flatMap(Optional::stream).anyMatch(plan -> showing(plan, part)
                        .filter(Showing.FIXED::equals)
                        .isPresent());
    }

    /** Whether it is not hers to show. */
    boolean isHidden(ScreenPart part) {
        var plans = counting();
        return !plans.isEmpty()
                && plans.stream().allMatch(plan -> plan.flatMap(lines -> showing(lines, part))
                        .filter(Showing.HIDDEN::equals)
                        .isPresent());
    }

    private static Optional<Showing> showing(List<PlanLine> plan, ScreenPart part) {
        return plan.stream()
                .filter(line -> line.part().equals(part.code()))
                .map(PlanLine::showing)
                .findFirst();
    }
}
