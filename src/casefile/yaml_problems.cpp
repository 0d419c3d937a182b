#include "casefile/yaml_problems.h"

#include <string>

namespace comity::casefile {

namespace {

constexpr struct {
  std::string_view en, ru;
} problems[] = {
    {"alias value must contain alphanumerical characters only",
     "в имени ссылки могут быть только буквы и цифры"},
    {"block sequence entries are not allowed in this context",
     "элементы списка здесь стоять не могут"},
    {"control characters are not allowed", "управляющих знаков быть не может"},
    {"could not find expected ':'", "не найдено двоеточие, которое здесь ожидалось"},
    {"could not find expected directive name", "не найдено имя директивы"},
    {"did not find URI escaped octet", "не найден байт адреса, записанный через %"},
    {"did not find expected '!'", "не найден знак «!», который здесь ожидался"},
    {"did not find expected ',' or ']'", "не найдена запятая или скобка «]»"},
    {"did not find expected ',' or '}'", "не найдена запятая или скобка «}»"},
    {"did not find expected '-' indicator", "не найден знак «-» элемента списка"},
    {"did not find expected <document start>", "не найдено начало документа"},
    {"did not find expected <stream-start>", "не найдено начало текста"},
    {"did not find expected alphabetic or numeric character", "не найдена буква или цифра"},
    {"did not find expected comment or line break", "не найден комментарий или конец строки"},
    {"did not find expected digit or '.' character", "не найдена цифра или точка"},
    {"did not find expected hexdecimal number", "не найдено шестнадцатеричное число"},
    {"did not find expected key", "не найден ключ"},
    {"did not find expected node content", "не найдено значение"},
    {"did not find expected tag URI", "не найден адрес тега"},
    {"did not find expected version number", "не найден номер версии"},
    {"did not find expected whitespace", "не найден пробел"},
    {"did not find expected whitespace or line break", "не найден пробел или конец строки"},
    {"did not find the expected '>'", "не найден знак «>»"},
    {"found a tab character that violates indentation", "табуляция нарушает отступ"},
    {"found a tab character where an indentation space is expected",
     "табуляция стоит там, где нужен пробел отступа"},
    {"found an indentation indicator equal to 0", "отступ указан равным 0"},
    {"found character that cannot start any token", "с этого знака ничего начинаться не может"},
    {"found duplicate %TAG directive", "директива %TAG повторяется"},
    {"found duplicate %YAML directive", "директива %YAML повторяется"},
    {"found extremely long version number", "номер версии слишком длинный"},
    {"found incompatible YAML document", "документ другой версии YAML"},
    {"found invalid Unicode character escape code", "неверный код знака Юникода"},
    {"found undefined tag handle", "обозначение тега не объявлено"},
    {"found unexpected ':'", "двоеточие стоит не на месте"},
    {"found unexpected document indicator", "граница документа стоит не на месте"},
    {"found unexpected end of stream", "текст кончается раньше времени"},
    {"found unexpected non-alphabetical character", "здесь стоит не буква"},
    {"found unknown directive name", "имя директивы неизвестно"},
    {"found unknown escape character", "знак после обратной черты неизвестен"},
    {"input is too long", "текст слишком длинный"},
    {"invalid Unicode character", "неверный знак Юникода"},
    {"mapping keys are not allowed in this context", "ключ здесь стоять не может"},
    {"mapping values are not allowed in this context",
     "двоеточие со значением здесь стоять не может"},
};

}  // namespace

diag::Saying yaml_problem(std::string_view reason) {
  for (const auto& problem : problems)
    if (problem.en == reason) return diag::Saying::pair(problem.en, problem.ru);
  return diag::Saying::pair(reason, "«" + std::string(reason) + "»");
}

}  // namespace comity::casefile
