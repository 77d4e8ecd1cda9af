import type { Random } from './random';

/** Vietnamese office prose as quality officers write it: clauses, and the figures they cite. */

const SUBJECTS = [
  'Công ty',
  'Nhà máy',
  'Phòng Quản lý chất lượng',
  'Tổ kỹ thuật',
  'Ban Quản lý Khu kinh tế Hải Phòng',
  'Đơn vị chủ trì',
  'Nhóm thực hiện',
  'Hệ thống truy xuất nguồn gốc',
  'Dây chuyền sơn tĩnh điện',
  'Mô hình quản trị năng suất tổng thể',
  'Bộ phận sản xuất',
  'Phương pháp kiểm soát thống kê',
  'Giải pháp đề xuất',
  'Nhiệm vụ khoa học và công nghệ',
  'Xưởng dập nguội',
  'Phòng thí nghiệm',
  'Khách hàng Nhật Bản',
  'Tổ công tác liên ngành',
  'Việc tự động hoá khâu đóng gói',
  'Quy trình bảo trì dự phòng',
  'Đội ngũ kỹ sư trẻ',
  'Doanh nghiệp nhỏ và vừa trên địa bàn thành phố',
  'Bộ tiêu chuẩn cơ sở',
  'Lãnh đạo các phân xưởng',
  'Hội đồng khoa học cấp cơ sở',
  'Cơ sở dữ liệu sản phẩm',
] as const;

const VERBS = [
  'đã triển khai',
  'đang áp dụng',
  'dự kiến xây dựng',
  'cần hoàn thiện',
  'phối hợp thực hiện',
  'tập trung nghiên cứu',
  'rà soát và sửa đổi',
  'bảo đảm duy trì',
  'từng bước chuẩn hoá',
  'góp phần nâng cao',
  'thường xuyên theo dõi',
  'chịu trách nhiệm đánh giá',
  'đề nghị hỗ trợ',
  'chưa khai thác hết',
  'cam kết đối ứng kinh phí cho',
  'đo lường và phân tích',
  'giảm đáng kể',
  'kiểm soát chặt chẽ',
  'kế thừa kết quả của',
  'tổ chức đào tạo về',
  'ưu tiên đầu tư cho',
  'mở rộng phạm vi áp dụng của',
] as const;

const OBJECTS = [
  'hệ thống quản lý chất lượng theo tiêu chuẩn quốc tế',
  'năng suất lao động của toàn dây chuyền',
  'tỷ lệ sản phẩm lỗi ở công đoạn cuối',
  'các chỉ số hiệu suất thiết bị tổng thể',
  'quy trình kiểm tra đầu vào',
  'phần mềm thu thập dữ liệu thời gian thực',
  'chi phí năng lượng trên một đơn vị sản phẩm',
  'bộ tài liệu hướng dẫn công việc tại chỗ',
  'công cụ cải tiến liên tục như 5S, Kaizen và Lean',
  'kế hoạch thử nghiệm trong điều kiện sản xuất thực tế',
  'thời gian chuyển đổi khuôn mẫu',
  'mạng lưới nhà cung ứng trong nước',
  'các yêu cầu kỹ thuật của bản vẽ khách hàng',
  'hồ sơ công bố hợp chuẩn, hợp quy',
  'môi trường làm việc an toàn cho người lao động',
  'dữ liệu đo kiểm của ba ca sản xuất',
  'nguồn nhân lực có trình độ chuyên môn phù hợp',
  'vật liệu thay thế có nguồn gốc trong nước',
  'kết quả đánh giá của chuyên gia độc lập',
  'phương án nhân rộng cho các doanh nghiệp cùng ngành',
  'mức tiêu hao nước và hoá chất tẩy rửa',
  'độ ổn định của quá trình gia công',
  'lượng phát thải khí nhà kính',
  'hoạt động hiệu chuẩn thiết bị đo',
] as const;

const TAILS = [
  'trong giai đoạn tới',
  'ngay từ quý đầu tiên',
  'phù hợp với quy định hiện hành của pháp luật',
  'trên cơ sở số liệu khảo sát thực tế',
  'nhằm đáp ứng yêu cầu của thị trường',
  'dưới sự giám sát của hội đồng',
  'với sự tham gia của toàn thể cán bộ, công nhân viên',
  'theo tiến độ đã được phê duyệt',
  'mà không làm gián đoạn sản xuất',
  'để sản phẩm có sức cạnh tranh cao hơn',
  'khi điều kiện nhà xưởng cho phép',
  'bằng nguồn vốn tự có của doanh nghiệp',
  'cho cả hai phân xưởng',
  'đúng như cam kết trong thuyết minh',
  'sau khi được nghiệm thu cấp cơ sở',
  'hằng tháng và hằng quý',
] as const;

const LINKS = [
  'Bên cạnh đó,',
  'Ngoài ra,',
  'Vì vậy,',
  'Cụ thể,',
  'Trên thực tế,',
  'Mặt khác,',
  'Đặc biệt,',
  'Trước hết,',
  'Trong ba năm gần đây,',
  'Theo kết quả khảo sát,',
  'Để đạt được mục tiêu nêu trên,',
  'Về lâu dài,',
] as const;

const two = (value: number): string => String(value).padStart(2, '0');

const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/** Figures, dates, references and signs: where programs differ in breaking lines. */
const FACTS: readonly ((random: Random) => string)[] = [
  (r) => `theo Nghị định số ${r.int(1, 199)}/${r.int(2015, 2024)}/NĐ-CP`,
  (r) =>
    `tại Quyết định số ${r.int(100, 3999)}/QĐ-UBND ngày ${two(r.int(1, 28))}/${two(r.int(1, 12))}/${r.int(2018, 2024)}`,
  (r) => `theo Thông tư số ${two(r.int(1, 40))}/${r.int(2014, 2024)}/TT-BKHCN`,
  (r) => `giai đoạn ${r.int(2020, 2023)}-${r.int(2024, 2030)}`,
  (r) => `giai đoạn ${r.int(2020, 2023)} – ${r.int(2024, 2030)}`,
  (r) => `đạt ${r.int(1, 99)},${r.int(1, 9)}%`,
  (r) => `tăng từ ${r.int(50, 70)}% lên ${r.int(71, 99)}%`,
  (r) => `với tổng kinh phí ${grouped(r.int(1, 9000) * 1_000_000)} đồng`,
  (r) => `(khoảng ${r.int(2, 90)} triệu đồng/năm)`,
  (r) => `công suất ${grouped(r.int(1000, 90000))} sản phẩm/tháng`,
  (r) => `ISO ${r.pick(['9001', '14001', '45001', '22000'])}:${r.pick(['2015', '2018'])}`,
  (r) => `TCVN ${r.int(1000, 9999)}-${r.int(1, 9)}:${r.int(2008, 2023)}`,
  (r) => `mã số HS-${r.int(2020, 2026)}-${r.int(10, 99)}`,
  (r) => `điện thoại (0225) ${r.int(300, 399)}.${r.int(1000, 9999)}`,
  (r) => `số máy 0${r.int(90, 98)}${r.int(1, 9)}-${r.int(100, 999)}-${r.int(100, 999)}`,
  () => 'email chatluong@nhamay-haiphong.com.vn',
  () => 'tại địa chỉ https://www.haiphong.gov.vn/khoa-hoc-cong-nghe/de-xuat-nhiem-vu',
  (r) => `khổ ${r.int(2, 9)}×${r.int(2, 9)} m, dày ${r.int(1, 9)},${r.int(0, 9)} mm`,
  (r) => `ở nhiệt độ ${r.int(20, 200)} °C ± ${r.int(1, 5)} °C`,
  (r) => `từ ${r.int(6, 9)}h-${r.int(10, 17)}h30 hằng ngày`,
  (r) =>
    `${r.pick(['“', '"'])}${r.pick(['Làm đúng ngay từ đầu', 'Sản phẩm tốt, dịch vụ tốt', 'Không lỗi, không lãng phí'])}”`,
  () => 'gồm: (i) khảo sát; (ii) thử nghiệm; (iii) đánh giá',
  () => 'công nghệ IoT/AI/MES',
  (r) => `vượt ${r.int(2, 9)}–${r.int(10, 20)} lần so với năm ${r.int(2015, 2022)}…`,
  () => '(viết tắt là OEE – Overall Equipment Effectiveness)',
  (r) => `khoản ${r.int(1, 9)} Điều ${r.int(1, 60)} Luật Khoa học và Công nghệ`,
  (r) => `không quá ${r.int(3, 12)} tháng/lần`,
  (r) => `đơn giá ${grouped(r.int(10, 999) * 1000)} ₫/kg`,
  (r) => `phiên bản v${r.int(1, 4)}.${r.int(0, 9)}.${r.int(0, 9)}`,
  () => 'trước đại dịch COVID-19',
  (r) => `hệ số Cpk ≥ ${r.int(1, 2)},${r.int(10, 99)}`,
  (r) =>
    `tiêu chí "${r.pick(['đúng – đủ – kịp thời', 'an toàn là trên hết', 'nhanh, gọn, sạch'])}"`,
  (r) => `${r.int(2, 30)}/${r.int(31, 60)} chỉ tiêu`,
];

export const clause = (random: Random): string =>
  `${random.pick(SUBJECTS)} ${random.pick(VERBS)} ${random.pick(OBJECTS)} ${random.pick(TAILS)}`;

export const fact = (random: Random): string => random.pick(FACTS)(random);

const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** `density`: 0 … 1, how many sentences carry figures. */
export const sentence = (random: Random, density: number): string => {
  const opening = random.chance(0.25) ? `${random.pick(LINKS)} ` : '';
  const body = opening === '' ? clause(random) : lowerFirst(clause(random));
  const figures = random.chance(density) ? ` ${fact(random)}` : '';
  const more = random.chance(density / 2) ? `, ${fact(random)}` : '';
  const second = random.chance(0.2) ? `; ${lowerFirst(clause(random))}` : '';
  return `${opening}${body}${figures}${more}${second}.`;
};

export const paragraphText = (random: Random, sentences: number, density: number): string =>
  Array.from({ length: sentences }, () => sentence(random, density)).join(' ');

export const headingText = (random: Random): string =>
  `${random.pick(['Mục tiêu', 'Nội dung', 'Tính cấp thiết', 'Sản phẩm', 'Phương án', 'Kinh phí', 'Hiệu quả', 'Tổ chức thực hiện'])} ${random.pick(OBJECTS)}`;

export const shortText = (random: Random): string =>
  random.pick([
    () => random.pick(OBJECTS),
    () => random.pick(SUBJECTS),
    () => fact(random),
    () => grouped(random.int(1, 9999) * 1000),
    () => `${random.int(1, 24)} tháng`,
  ])();

/** What is written seldom, or carelessly. */
export const rareText = (random: Random): string =>
  random.pick([
    () => `tại Điều\u00a0${random.int(1, 99)}, khoản\u00a0${random.int(1, 9)} của Luật`,
    () => `mã HS\u2011${random.int(2020, 2026)}\u2011${random.int(10, 99)}`,
    () => `gồm : ${random.pick(OBJECTS)} ; ${random.pick(OBJECTS)} .`,
    () => `( ${random.pick(OBJECTS)} )`,
    () => `“ ${random.pick(OBJECTS)} ”`,
    () => `ở -${random.int(1, 40)} °C`,
    () => `${random.pick(SUBJECTS)}  ${random.pick(VERBS)}   ${random.pick(OBJECTS)}`,
    () => `${'Rất-dài-'.repeat(random.int(1, 20))}hết`,
    () => 'X'.repeat(random.int(20, 200)),
    () => `α + β ≥ ${random.int(1, 9)}·10⁶ → γ = √2 ± ${random.int(1, 9)} ‰`,
    () => `${random.int(1, 9)}/${random.int(1, 9)}, ${random.int(1, 9)} / ${random.int(1, 9)}`,
    () => `tên tệp C:\\du-lieu\\bao-cao.docx, user@haiphong.gov.vn`,
  ])();
