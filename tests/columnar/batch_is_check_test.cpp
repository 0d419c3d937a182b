// Twenty thousand made-up couples, unknown cells and lists among them, in forums of every make: batch says what check says.
#include <gtest/gtest.h>

#include "support/batch_is_check.h"

namespace comity::tests {

TEST(BatchIsCheck, Russia) { expect_batch_is_check(asking("RU", "2026-01-01"), 11, 8000); }
TEST(BatchIsCheck, RussiaIn2018) { expect_batch_is_check(asking("RU", "2018-01-26"), 19, 7000); }
TEST(BatchIsCheck, ByPlans) {
  EXPECT_GT(expect_batch_is_check(asking("RU", "2026-01-01"), 16, 4000, {"DK", "IT"}), 100u)
      << "no plan was walked";
  expect_batch_is_check(asking("FR", "2026-01-01"), 17, 500, {"US-TX"});
  expect_batch_is_check(asking("RU", "2018-01-26", true), 18, 500, {"FR"});
}
TEST(BatchIsCheck, Germany) { expect_batch_is_check(asking("DE", "2024-03-01"), 12, 1000); }
TEST(BatchIsCheck, France) { expect_batch_is_check(asking("FR", "2024-03-01"), 13, 600); }
TEST(BatchIsCheck, NothingPresumed) {
  expect_batch_is_check(asking("RU", "2018-01-26", true), 14, 1000);
}
TEST(BatchIsCheck, FamiliesAndParts) {
  for (const char* forum : {"US-TX", "GB-EAW", "IL", "IN", "KE", "BR"})
    expect_batch_is_check(asking(forum, "2025-05-01"), 15, 120);
}

}  // namespace comity::tests
