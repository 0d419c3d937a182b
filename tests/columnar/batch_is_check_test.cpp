// Twenty thousand made-up couples, unknown cells and lists among them, in forums of every make: batch says what check says.
#include <gtest/gtest.h>

#include "support/batch_is_check.h"

namespace comity::tests {

TEST(BatchIsCheck, Russia) { expect_batch_is_check(asking("RU", "2026-01-01"), 11, 8000); }
TEST(BatchIsCheck, ByPlans) {
  expect_batch_is_check(asking("RU", "2026-01-01"), 16, 4000, {"DK", "IT"});
  expect_batch_is_check(asking("FR", "2026-01-01"), 17, 1500, {"US-TX"});
  expect_batch_is_check(asking("RU", "2018-01-26", true), 18, 1000, {"FR"});
}
TEST(BatchIsCheck, Germany) { expect_batch_is_check(asking("DE", "2024-03-01"), 12, 2500); }
TEST(BatchIsCheck, France) { expect_batch_is_check(asking("FR", "2024-03-01"), 13, 2500); }
TEST(BatchIsCheck, NothingPresumed) {
  expect_batch_is_check(asking("RU", "2018-01-26", true), 14, 2000);
}
TEST(BatchIsCheck, FamiliesAndParts) {
  for (const char* forum : {"US-TX", "GB-EAW", "IL", "IN", "KE", "BR"})
    expect_batch_is_check(asking(forum, "2025-05-01"), 15, 600);
}

}  // namespace comity::tests
