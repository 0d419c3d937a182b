#include "diag/system.h"

namespace comity::diag {

Saying system_reason(const std::error_code& error) {
  static constexpr struct {
    std::errc reason;
    std::string_view ru;
  } usual[] = {
      {std::errc::no_such_file_or_directory, "такого файла или папки нет"},
      {std::errc::permission_denied, "доступ запрещён"},
      {std::errc::operation_not_permitted, "это не разрешено"},
      {std::errc::is_a_directory, "это папка"},
      {std::errc::not_a_directory, "это не папка"},
      {std::errc::too_many_symbolic_link_levels, "слишком длинная цепь ссылок"},
      {std::errc::filename_too_long, "имя слишком длинное"},
      {std::errc::no_space_on_device, "на диске нет места"},
      {std::errc::read_only_file_system, "диск открыт только для чтения"},
      {std::errc::io_error, "ошибка ввода-вывода"},
  };
  for (const auto& known : usual)
    if (error == known.reason) return Saying::pair(error.message(), known.ru);
  return {says::system_error_number, error.value(), error.message()};
}

}  // namespace comity::diag
