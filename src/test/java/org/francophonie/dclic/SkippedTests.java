package org.francophonie.dclic;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/** Says at the end how many tests did not run, and why: what is not proved on a machine should not look proved. */
public final class SkippedTests implements TestExecutionListener {
    private final Map<String, AtomicInteger> reasons = new TreeMap<>();

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        if (result.getStatus() == TestExecutionResult.Status.ABORTED)
            count(test, result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
    }

    @Override
    public void executionSkipped(TestIdentifier test, String reason) {
        count(test, reason);
    }

    private void count(TestIdentifier test, String reason) {
        reasons.computeIfAbsent(
                        (test.isTest() ? "test: " : "class: ") + reason.replace("Assumption failed: ", ""),
                        _ -> new AtomicInteger())
                .incrementAndGet();
    }

    @Override
    public void testPlanExecutionFinished(TestPlan plan) {
        reasons.forEach((reason, times) -> System.out.println("Skipped " + times + " × " + reason));
    }
}
